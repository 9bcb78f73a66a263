"""Why a document is not run by plan. None is an error of the client: graphql-core runs the document
instead, and what is hidden is not shown."""


class Unplanned(Exception):
    """The document asks for something that no plan is made of."""


class Hidden(Exception):
    """The object that a frame is about is not for this viewer: there is no frame."""


class Unexpected(Exception):
    """A value or argument that a plan does not know how to answer for: graphql-core answers, and makes the errors."""
