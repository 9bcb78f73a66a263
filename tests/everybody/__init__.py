"""Everybody around a case of any profession and kind, as its rulebook calls for them: nothing here names one."""
