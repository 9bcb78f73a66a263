import "virtual:theme.css";
import "./theme/base.css";
import "./theme/print.css";
import "./theme/contrasts.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { watchParts } from "./live/build";

const root = document.getElementById("root");
watchParts();
if (root === null) throw new Error("The page has no #root element");
createRoot(root).render(<App />);
