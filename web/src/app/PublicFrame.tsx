import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { useData } from "../live/useData";
import { shell } from "../words/shell";
import { common } from "../words/common";
import { Link } from "./router";
import { TopBar } from "./TopBar";
import { useViewer } from "./viewer";

const SiteDocument = graphql(/* GraphQL */ `
  query Site { siteInformation { browsers } }
`);

export function PublicFrame({ children }: { children: ReactNode }): ReactNode {
  const viewer = useViewer();
  const browsers = useData(SiteDocument, {}).data?.siteInformation.browsers;
  const signedIn = viewer?.account != null;
  const home = viewer?.reviewer != null ? "/desk" : "/home";
  const end = (
    <>
      <a className="top-link" href="/verify">{shell.verify}</a>
      {signedIn ? <Link className="top-link" to={home}>{shell.home}</Link> : <Link className="top-link" to="/sign-in">{shell.signIn}</Link>}
    </>
  );
  return (
    <>
      <TopBar home="/" subtitle={common.productLong} end={end} />
      <main id="main" className="main" tabIndex={-1}>{children}</main>
      <footer className="footer">
        <p>{shell.footer}</p>
        {browsers && <p>{shell.browsers(browsers)}</p>}
      </footer>
    </>
  );
}
