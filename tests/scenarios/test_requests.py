"""A liaison request, from the form to its end."""

from tests.world import DESK, OLGA, RITA, World


def test_a_request_becomes_a_card_a_confirmation_and_a_status(world: World) -> None:
    reference = world.files_request()

    card = world.card(reference)
    assert "Missing child" in card.plain
    assert "France" in card.plain
    assert "Claim" in card.buttons
    assert any(reference in text for text in world.told(RITA))
    assert reference in world.asks(RITA, f"/liaison status {reference}")


def test_an_officer_claims_it_and_the_card_is_edited_in_place(world: World) -> None:
    reference = world.files_request()
    before = world.card(reference)

    world.clicks(OLGA, "Claim", before)

    after = world.card(reference)
    assert after.ts == before.ts
    assert OLGA in after.plain
    assert len(world.said(DESK)) == 1
