import { graphql } from "@/gql";
import { createContext, use } from "react";
import type { ShellQuery } from "../gql/graphql";

export const ShellDocument = graphql(/* GraphQL */ `
  query Shell {
    viewer {
      unreadCount
      missingProfile { rule }
      account { id kind state title mobile { masked } }
      person { id name { masked full } }
      reviewer { id name authority { id name } roles { role profession } }
    }
  }
`);

export type ShellViewer = ShellQuery["viewer"];

/** Who is looking; null while the first answer is on its way. */
export const ViewerContext = createContext<ShellViewer | null>(null);

export const useViewer = (): ShellViewer | null => use(ViewerContext);
