import ConfigProvider from "antd/es/config-provider";
import type { Locale } from "antd/es/locale";
import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";
import { Provider } from "urql";
import { Skeleton } from "../components/Skeleton";
import { live } from "../live/client";
import { useStore } from "../live/store";
import { themeOf } from "../theme/theme";
import { common } from "../words/common";
import { Announcer } from "./Announcer";
import { Boundary } from "./Boundary";
import { Frame } from "./Frame";
import { NewBuild } from "./NewBuild";
import { PrintNote } from "./PrintNote";
import { Router, type Place } from "./router";
import { routes } from "./routes";
import { SignInAgain } from "./SignInAgain";
import { typeSize } from "./typeSize";
import { useWide } from "./useWide";
import { WithViewer } from "./WithViewer";

const NotFound = lazy(() => import("./NotFound").then((module) => ({ default: module.NotFound })));

/** Only the words that the components in use can show: the whole catalogue weighs more than a page. */
const locale: Locale = { locale: "zh-cn", Empty: { description: common.nothing } };

export function App(): ReactNode {
  const { client, number } = useStore(live);
  return (
    <Provider key={number} value={client}>
      <Announcer />
      <Router routes={routes}>{(place) => <Shell place={place} />}</Router>
    </Provider>
  );
}

function Shell({ place }: { place: Place }): ReactNode {
  const size = useStore(typeSize);
  const wide = useWide();
  const layout = place.route?.layout ?? "public";
  const Page = place.route?.page ?? NotFound;
  useFreshStart(place.path);
  return (
    <ConfigProvider theme={themeOf(size, layout === "desk" && wide ? "desk" : "person")} locale={locale} button={{ autoInsertSpace: false }}>
      <a className="skip" href="#main">{common.skip}</a>
      <Boundary at={place.path}>
        <WithViewer layout={layout}>
          <Frame layout={layout}>
            <Boundary at={place.path}>
              <Suspense fallback={<Skeleton lines={5} />}>
                <Page key={`${place.route?.path}/${place.params.id}`} />
              </Suspense>
            </Boundary>
          </Frame>
          <SignInAgain />
        </WithViewer>
      </Boundary>
      <NewBuild />
      <PrintNote />
    </ConfigProvider>
  );
}

/** A new page starts at its top with the focus on its main part; the first one is left to the browser. */
function useFreshStart(path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
}
