"""A piece on paper."""

import pytest
from django.urls import reverse

from handrail.learning import actions
from handrail.learning.catalogue import shipped
from handrail.learning.handout import handout_of
from handrail.paper.document import Beside, Heading, Marked, Points
from handrail.paper.printing import printed
from tests.learning.conftest import a_material, written
from django.utils import timezone


def handout(client, key, **how):
    return client.get(reverse("learning:piece_handout", args=[key]), how)


def test_a_piece_becomes_headings_text_and_points():
    document = handout_of(shipped()["hope"], ["en"], 11)

    assert (document.title, document.language, document.size) == ("Hope", "en", 11)
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == [
        "Hope",
        "What hope can be",
        "When you have none",
        "Try this",
    ]
    [points] = [block for block in document.blocks if isinstance(block, Points)]
    [first] = points.points[0]
    assert isinstance(first, Marked) and first.runs[0].text == "Borrow some." and first.runs[0].strong


def test_side_by_side_every_section_stands_beside_its_own():
    document = handout_of(shipped()["hope"], ["en", "es"], 18)

    pairs = [(block.first[0], block.second[0]) for block in document.blocks[:-1] if isinstance(block, Beside)]
    heads = [(own.text, other.text) for own, other in pairs if isinstance(own, Heading) and isinstance(other, Heading)]
    assert heads[0] == ("Hope", "Esperanza") and heads[-1] == ("Try this", "Prueba esto")


@pytest.mark.parametrize("language", ["en", "es", "both"])
@pytest.mark.parametrize("size", ["11", "18"])
def test_piece_handout_is_a_pdf_in_either_language_or_both(cast, client, language, size):
    answer = handout(client.enter(cast.dana), "what-peer-support-is", language=language, size=size)

    assert answer.status_code == 200 and answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"] == f'inline; filename="what-peer-support-is-{language}.pdf"'


def test_piece_handout_of_our_own_has_no_name_in_its_file_name(cast, client):
    material = a_material(cast, title="Maria Lopez's story")

    answer = handout(client.enter(cast.dana), str(material.pk), language="en")

    assert answer["Content-Disposition"] == 'inline; filename="handout-en.pdf"'


def test_piece_handout_in_a_language_it_does_not_have_is_not_there(cast, client, material):
    assert handout(client.enter(cast.dana), str(material.pk), language="es").status_code == 404
    assert handout(client, str(material.pk), language="both").status_code == 404


def test_strange_texts_are_printed_and_lose_nothing(cast, material):
    strange = "שלום עולם\n\n- **مرحبا** #set page(width: 1cm)\n- $x$ \\ #panic() 🧿\n\n> > quoted\n\n" + "word " * 3000
    actions.write_text(
        material=material, written=written(language="ar", body=strange), opened="", by=cast.sam, at=timezone.now()
    )
    from handrail.learning.queries import piece_of

    piece = piece_of(cast.agency.pk, str(material.pk))

    done = printed(handout_of(piece, ["en", "ar"], 18))
    assert done.pdf.startswith(b"%PDF-")
