const rows = document.getElementById("rows");
async function refresh() {
  try {
    const answer = await fetch("/outbox?rows", { cache: "no-store" });
    const text = await answer.text();
    if (answer.ok && text !== rows.dataset.shown) {
      rows.innerHTML = text;
      rows.dataset.shown = text;
    }
  } finally {
    setTimeout(refresh, 1000);
  }
}
refresh();
