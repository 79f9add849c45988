import "./ui/tokens.css";
import { DbApp } from "./ui/app/db-app.ts";
import { connectEngine } from "./worker/client.ts";

const app = document.querySelector("db-app");
if (!(app instanceof DbApp))
  throw new Error("the page has no <db-app> element");
app.engine = connectEngine();
