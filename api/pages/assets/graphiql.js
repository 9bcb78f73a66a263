document.getElementById("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const shown = document.getElementById("answer");
  try {
    const body = JSON.stringify({
      query: document.getElementById("query").value,
      variables: JSON.parse(document.getElementById("variables").value || "{}"),
    });
    const answer = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Zhiye-Web": "1" },
      body,
    });
    shown.textContent = JSON.stringify(await answer.json(), null, 2);
  } catch (error) {
    shown.textContent = String(error);
  }
});
