from storage.records.escalations import EscalationId
from storage.records.requests import Priority
from tests.desk.floor import *
def test_a(floor: Floor) -> None:
    floor.on_duty(SECOND, 12); floor.on_duty(OFFICER, 6)
    page = floor.page(priority=Priority.FLASH).page
    floor.told()
    e = floor.desk.escalations
    e.passed_over(EscalationId(page.id), OFFICER.id)
    e.sweep()
    print("1", floor.told())
    p = e.page(EscalationId(page.id)); print(p.told, p.troubles, p.next_step_at - floor.clock.now())
    e.passed_over(EscalationId(page.id), OFFICER.id)
    e.sweep()
    p = e.page(EscalationId(page.id)); print("2", p.told, p.next_step_at - floor.clock.now())
    floor.acknowledge(SUPERVISOR, page.id)
    floor.clock.advance(hours=1); e.sweep(); floor.clock.advance(minutes=15); e.sweep()
    p = e.page(EscalationId(page.id)); print("3", p.state, p.round, p.troubles, p.next_step_at - floor.clock.now())
    e.passed_over(EscalationId(page.id), OFFICER.id)
    p = e.page(EscalationId(page.id)); print("4", p.next_step_at - floor.clock.now())
    assert 0
def test_b(floor: Floor) -> None:
    floor.file_request()
    page = floor.page(priority=Priority.NORMAL, reference_words="LR-2026-00001").page
    floor.acknowledge(OFFICER, page.id)
    again = floor.page(key="q", priority=Priority.FLASH, reference_words="LR-2026-00001").page
    print(again.priority, floor.desk.escalations.page(EscalationId(page.id)).priority)
    assert 0
