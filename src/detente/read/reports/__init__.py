"""Reports of monitors, offices and sides → documents: forms (JSON, CSV) and tables with headings of their own.

bytes ─▶ forms ─▶ one document each, without reporters' identities, private notes and photos
"""

from detente.read.reports.form import Form, Photo, Reporter, form_schema
from detente.read.reports.handed_in import HandedIn, handed_in, holds_reports
from detente.read.reports.writing import document_of_form

__all__ = ["Form", "HandedIn", "Photo", "Reporter", "document_of_form", "form_schema", "handed_in", "holds_reports"]
