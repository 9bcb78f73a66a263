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

rows.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "已复制";
  } catch {
    button.textContent = button.dataset.copy; // no clipboard away from localhost without HTTPS: shown large, to be typed
  }
});
