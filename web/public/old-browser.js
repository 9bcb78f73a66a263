// Only browsers without modules run this; the app's own scripts say nothing to them. Written for the oldest of them.
document.getElementById("old-browser").removeAttribute("hidden");
