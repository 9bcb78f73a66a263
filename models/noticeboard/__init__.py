"""The board that everybody reads: announcements, regulations, forms, notes. The inbox of a person is `notices`."""
