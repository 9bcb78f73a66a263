import { graphql } from "@/gql";

export const ExportParts = graphql(/* GraphQL */ `
  fragment ExportParts on Export { id version title kind format state createdAt rowCount reason expiresAt file { id name downloadUrl } }
`);

export const ExportsDocument = graphql(/* GraphQL */ `
  query Exports($first: Int!, $after: String) {
    exports(first: $first, after: $after) { cursor pageInfo { hasNextPage endCursor } nodes { ...ExportParts } }
  }
`);

export const ExportNewsDocument = graphql(/* GraphQL */ `
  subscription ExportNews($after: Cursor) {
    exportChanged(after: $after) { kind cursor event { id name } job { ...ExportParts } }
  }
`);

export const StartExportDocument = graphql(/* GraphQL */ `
  mutation StartExport($input: StartExportInput!) { startExport(input: $input) { cursor export { ...ExportParts } userErrors { ...ErrorParts } } }
`);
