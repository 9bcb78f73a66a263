import { graphql } from "@/gql";

export const DeliveryParts = graphql(/* GraphQL */ `
  fragment DeliveryParts on Delivery {
    id version title state method certificateNumber phoneAdvice courier courierNumber sentAt receivedAt reason regionCode
    receiver { masked full } phone { masked full } address { masked full }
    availableActions { action label ready reason }
  }
`);

export const DeliveriesDocument = graphql(/* GraphQL */ `
  query Deliveries($first: Int!, $after: String, $filter: DeliveryFilter) {
    deliveries(first: $first, after: $after, filter: $filter) { cursor totalCount pageInfo { hasNextPage endCursor } nodes { ...DeliveryParts } }
  }
`);

export const CaseDeliveryDocument = graphql(/* GraphQL */ `
  query CaseDelivery($id: ID!) {
    node(id: $id) { __typename ... on Registration { id delivery { ...DeliveryParts } stage { id kind batchEntry { id batch { id number kind date postponedFrom postponedReason } } } } }
    deliveries(first: 1) { cursor }
  }
`);

export const DeliveryNewsDocument = graphql(/* GraphQL */ `
  subscription DeliveryNews($after: Cursor) {
    deliveryChanged(after: $after) { kind cursor event { id name } delivery { ...DeliveryParts } }
  }
`);

export const ChangeAddressDocument = graphql(/* GraphQL */ `
  mutation ChangeAddress($input: ChangeDeliveryAddressInput!) { changeDeliveryAddress(input: $input) { cursor delivery { ...DeliveryParts } userErrors { ...ErrorParts } } }
`);

export const SendDeliveryDocument = graphql(/* GraphQL */ `
  mutation SendDelivery($input: SendDeliveryInput!) { sendDelivery(input: $input) { cursor delivery { ...DeliveryParts } userErrors { ...ErrorParts } } }
`);

export const ConfirmDeliveryDocument = graphql(/* GraphQL */ `
  mutation ConfirmDelivery($input: ConfirmDeliveryInput!) { confirmDelivery(input: $input) { cursor delivery { ...DeliveryParts } userErrors { ...ErrorParts } } }
`);

export const DeliveryBackDocument = graphql(/* GraphQL */ `
  mutation DeliveryBack($input: ReportDeliveryBackInput!) { reportDeliveryBack(input: $input) { cursor delivery { ...DeliveryParts } userErrors { ...ErrorParts } } }
`);
