import { graphql } from "@/gql";

export const SavedViewsDocument = graphql(/* GraphQL */ `
  query SavedViews { savedViews(first: 50) { nodes { id name page query } } }
`);

export const SaveViewDocument = graphql(/* GraphQL */ `
  mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { cursor view { id name page query } userErrors { ...ErrorParts } } }
`);

export const RemoveViewDocument = graphql(/* GraphQL */ `
  mutation RemoveView($input: RemoveViewInput!) { removeView(input: $input) { cursor removedId userErrors { ...ErrorParts } } }
`);
