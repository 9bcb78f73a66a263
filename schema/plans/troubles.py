"""Why a document is not run by plan. Neither is an error of the client: graphql-core runs the document instead."""


class Unplanned(Exception):
    """The document asks for something that no plan is made of."""


class Unexpected(Exception):
    """A value or argument that a plan does not know how to answer for: graphql-core answers, and makes the errors."""
