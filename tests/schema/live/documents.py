"""The subscriptions, with about all that the web app asks of their objects."""

EVENT = "event { id name at summary actor { kind label } facts { name value } subject { id } }"
FINDING = "{ rule met severity message needed advice }"
CASE = f"""
    id version title status number profession grade kind state updatedAt
    basic {{ name {{ masked full }} sex identityNumber {{ masked full }} mobile {{ masked full }} education }}
    employment {{ name creditCode post term termFrom }}
    applicant {{ id name {{ masked full }} }} employer {{ id name }} authority {{ id name }}
    attachments {{ id kind file {{ id name state bytes }} }}
    stages {{ id kind state opinion authority {{ id name }} officer {{ id name }} }}
    stage {{ id kind state }} deadline {{ workdaysLeft }} findings {FINDING}
    remarks {{ id stage path text answered }} viewers {{ label editing }}
    workItem {{ id state stage fence heldBy {{ id name }} }}
    availableActions {{ action label ready reason findings {FINDING} }}
    certificate {{ id number validFrom validUntil }}
"""
REGISTRATIONS = f"""subscription ($after: Cursor, $id: ID) {{
    registrationChanged(after: $after, id: $id) {{ kind cursor {EVENT} registration {{ {CASE} }} }} }}"""
WORK = f"""subscription ($after: Cursor, $filter: WorkFilter) {{
    workQueueChanged(after: $after, filter: $filter) {{ kind cursor {EVENT} workItem {{
        id state stage role fence heldBy {{ id name }} addedAt viewers {{ label }}
        subject {{ id title status availableActions {{ action ready }} }} findings {FINDING} }} }} }}"""
NOTIFICATIONS = """subscription { notificationAdded {
    kind cursor notification { id state text link urgent event { id name actor { label } } } } }"""
SESSIONS = f"""subscription ($after: Cursor) {{ sessionChanged(after: $after) {{
    kind cursor {EVENT} session {{ id state device city openedAt current }} }} }}"""
EVERY = (REGISTRATIONS, WORK, NOTIFICATIONS, SESSIONS)
