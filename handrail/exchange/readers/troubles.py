"""Why a file, or a record of it, cannot be taken: names of sentences, so that nobody's words are kept or logged."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Unreadable(Exception):
    """The whole file cannot be read; `why` names the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


FILE: dict[str, str | Promise] = {
    "empty": _("The file is empty."),
    "too_big": _("The file is too big. Split it, and bring the parts one after the other."),
    "too_many_files": _("Several files are waiting already. Finish one of them, or call it off, and send this one again."),
    "gone": _("The file is not kept any more. Bring it again."),
    "went_wrong": _(
        "Handrail could not read this file, and tried several times. Nobody was added. Tell whoever looks after Handrail."
    ),
    "no_text": _("This is not a list and not a health record. Handrail reads CSV, and FHIR as JSON."),
    "excel": _("This is an Excel workbook. Open it, choose “Save as”, then CSV UTF-8, and bring that file."),
    "xml": _("This is XML. Handrail reads FHIR as JSON: ask for the export in that form."),
    "pdf": _("This is a PDF. Ask for the list as CSV."),
    "packed": _("This file is packed in a way Handrail does not open. Unpack it, or pack it as ZIP."),
    "zip_broken": _("This ZIP file is damaged. Ask for it again."),
    "zip_locked": _("This ZIP file has a password. Unpack it, and bring what is inside."),
    "zip_bomb": _("What is packed in this ZIP file is too big, or too many files. Unpack it, and bring smaller parts."),
    "zip_nothing": _("There is no health record in this ZIP file: no file in it ends with .json or .ndjson."),
    "long_line": _("A line of this file is longer than any list of people has. Is it a CSV file?"),
    "letters": _("The letters of this file cannot be read. Save it as CSV UTF-8, and bring it again."),
    "quotes": _("In more than a thousand lines a quotation mark opens and does not close. Save the list as CSV again."),
    "no_columns": _("No column was found. A list needs a name in each line, and headings in the first."),
    "too_many_columns": _("This list has more than 200 columns. Bring only those about who people are."),
    "too_many": _("There are more than 100,000 people in this file. Split it, and bring the parts one after the other."),
    "too_many_records": _("There are more records in this file than Handrail reads at once. Split it, and bring the parts."),
    "json_broken": _("This file is not whole: it ends too early, or something in it is not JSON."),
    "json_deep": _("This file is built so deep that it cannot be a health record."),
    "json_long": _("A single text in this file is so long that it cannot be a health record."),
    "json_letters": _("This health record is not written in UTF-8, as FHIR asks for. Ask for it again."),
    "no_fhir": _("This is JSON, but not FHIR: nothing in it says what kind of record it is."),
    "nobody": _("There is nobody in this file."),
    "no_name_column": _("No column holds a name. Choose which one does."),
    "other_order": _("Most dates in this column are written the other way round. Look which of day and month is first there."),
    "ask_dates": _("The dates can be read in two ways: day or month first. Choose which."),
}

RECORD: dict[str, str | Promise] = {
    "no_name": _("There is no name."),
    "name_long": _("The name is too long."),
    "formula": _("It begins like a formula. Take the sign at its beginning away."),
    "born_unclear": _("The date cannot be read."),
    "born_future": _("The date is still to come."),
    "born_long_ago": _("The date is more than 130 years ago."),
    "born_no_such_day": _("There is no such day."),
    "born_other_order": _("Day and month stand in another order than in the other lines."),
    "born_century": _("The year has two digits, and could be of two centuries."),
    "born_number": _("This is how Excel keeps a date, as a number of days. Save the column as a date."),
    "phone_no_number": _("This is not a phone number."),
    "phone_long": _("This phone number has too many digits."),
    "email_no_address": _("This is not an e-mail address."),
    "text_long": _("The text is too long."),
    "letters": _("Some letters of this line cannot be read: they are written in another encoding."),
    "control": _("There are signs in this line that no text has."),
    "too_few": _("The line ends too early: columns are missing."),
    "too_many": _("The line has more columns than the headings."),
    "quotes": _("A quotation mark opens and does not close."),
    "twice": _("The same record stands in the file before."),
    "number_twice": _("Another line has the same record number, and tells of somebody else."),
    "not_json": _("This is not JSON, or it is not whole."),
    "too_large": _("This record is too large."),
    "bundle_within": _("This is a bundle inside another file of records. Bring it as a file of its own."),
    "shape": _("This record is not built as FHIR says."),
    "nobody_of_theirs": _("The file does not say clearly to whom this belongs, or they are not in it."),
    "theirs_not_taken": _("The person this belongs to is not taken."),
}

REMARKS: dict[str, str | Promise] = {
    "has_died": _("The file says that they have died."),
    "kept_ours": _("Something differs, and was changed here since: it stays as it is here."),
    "number_of_another": _("Somebody who is here came with the same record number, but the rest does not fit."),
    "hope_cut": _("A goal or plan is longer than 1,000 characters. Only its beginning is taken."),
    "more": _("There are more than 20 of one kind, such as phones, supporters or goals. Only the first 20 are taken."),
    "nobody_to_reach": _("A way to reach somebody who stands by them has no name with it. It is not taken."),
    "not_yours": _("They came with the same record before. Nothing is changed."),
}


def sentence(why: str) -> str:
    """What a reader is told about a file."""
    return str(FILE.get(why, FILE["no_text"]))
