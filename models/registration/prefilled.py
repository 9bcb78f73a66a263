"""Which columns of the form an application about a certificate takes over, and which it says anew."""

from models.registration.form import FIELDS, OF_KINDS

ANEW = {"photo_id", "capable", "authority_id", *(field.column for field in OF_KINDS)}
"""Never taken over: what each application says for itself."""
TAKEN_OVER = tuple(column for column in FIELDS if column not in ANEW)
