"""What a browser would send of a page of contacts that lies open."""

from typing import Any


def page_sent(answer: Any) -> dict[str, Any]:
    """Every field of the contact form, as the page shows it; nothing typed yet."""
    sheet = answer.context["sheet"]
    sent: dict[str, Any] = {}
    for form in [sheet.form, *[form for _part, form in sheet.rows]]:
        for name in ("id", "version", "page", "turn", "opened"):
            if name in form.fields:
                sent[form.add_prefix(name)] = str(form[name].value())
        for fact in form.fields_of_facts():
            shown = form.as_kept(fact)
            sent |= {
                name: values if len(values) > 1 else "".join(values)
                for name, values in shown.items()
                if values or _is_text(form, name)
            }
    return sent


def _is_text(form: Any, name: str) -> bool:
    return form.fields[name.removeprefix(f"{form.prefix}-")].widget.__class__.__name__ in (
        "LongText",
        "TextInput",
        "Date",
        "Time",
    )
