"""Which tests stand behind each line of the README's table of services and partners."""

from collections.abc import Mapping

REGISTRIES = "tests/scenarios/test_registries.py"
NOTICES = "tests/scenarios/test_notices.py"
LIVES, INCOMING, CASES = (
    f"tests/scenarios/notices/test_{theme}.py" for theme in ("whole_lives", "incoming", "cases_and_status")
)
DIVISION, NETWORK, CHILDREN, PARENTS, PEOPLE, VICTIMS, OFFENDERS, JOURNEYS, REPORTS, IMAGES = (
    f"tests/scenarios/services/test_{theme}.py"
    for theme in (
        "division",
        "network",
        "children",
        "parents",
        "people",
        "victims",
        "offenders",
        "journeys",
        "reports",
        "images",
    )
)

ROWS: Mapping[str, tuple[str, ...]] = {
    "Human Trafficking and Child Protection division": (
        f"{DIVISION}::test_the_division_works_one_queue_of_cards_with_owners_and_due_moments",
    ),
    "Federal, state, local, tribal and territorial agencies": (
        f"{DIVISION}::test_an_agency_of_any_kind_files_in_slack_and_sees_its_own_requests_only",
        f"{DIVISION}::test_an_officer_files_for_a_tribal_agency_that_calls_and_that_no_registry_has",
    ),
    "Member countries and their National Central Bureaus": (
        f"{REGISTRIES}::test_a_country_is_looked_up_by_its_letters_or_its_name",
        f"{DIVISION}::test_kind_direction_and_country_decide_what_is_asked",
    ),
    "Requirements of each country": (
        f"{REGISTRIES}::test_a_requirement_is_added_shown_with_its_source_and_withdrawn",
        f"{DIVISION}::test_what_a_country_requires_is_shown_while_filing_and_looked_at_on_the_way_out",
    ),
    "Secure network (I-24/7)": (
        f"{NETWORK}::test_what_goes_abroad_is_copied_out_and_only_its_reference_and_date_are_written_down",
    ),
    "INTERPOL Operations and Command Center": (
        f"{DIVISION}::test_the_command_centers_telephone_stands_wherever_something_cannot_wait",
    ),
    "General Secretariat, Lyon": (
        f"{NETWORK}::test_the_general_secretariats_steps_of_a_notice_are_written_down_with_reference_and_date",
    ),
    "Red, Blue, Green and Yellow Notices": (
        f"{NETWORK}::test_notices_of_all_four_colours_are_filed_from_a_request_or_alone",
        f"{LIVES}::test_a_notice_goes_from_its_form_to_its_withdrawal_on_one_card_with_one_timeline",
    ),
    "Notices of other countries": (
        f"{NETWORK}::test_another_countrys_notice_is_recorded_as_a_hit_and_us_agencies_are_alerted",
        f"{INCOMING}::test_a_red_notice_of_another_country_goes_from_its_record_over_an_alert_to_its_end",
    ),
    "Missing and abducted children, taken out of the US or brought into it": (
        f"{CHILDREN}::test_a_child_taken_out_of_the_country_is_sought_abroad_and_comes_home",
        f"{CHILDREN}::test_a_child_brought_into_the_country_is_sought_here_for_the_bureau_that_asks",
        f"{CHILDREN}::test_a_childs_case_ends_in_the_divisions_own_words",
    ),
    "Parental abductors": (
        f"{PARENTS}::test_a_child_whom_a_parent_took_is_sought_by_custody_order_and_hague_convention",
        f"{PARENTS}::test_a_child_whom_a_parent_brought_here_may_stay_when_a_court_orders_so",
        f"{CASES}::test_the_childs_yellow_and_the_abductors_red_show_each_other_on_their_cards",
    ),
    "Missing persons": (
        f"{PEOPLE}::test_a_missing_adult_is_sought_abroad_within_privacy_law_and_may_want_no_contact",
        f"{PEOPLE}::test_somebody_abroad_who_cannot_say_who_they_are_is_asked_about_by_their_looks",
    ),
    "National Center for Missing and Exploited Children": (
        f"{CHILDREN}::test_the_national_center_is_told_within_a_day_or_the_desk_is_reminded_until_it_is",
        f"{CHILDREN}::test_a_child_taken_out_of_the_country_is_sought_abroad_and_comes_home",
    ),
    "State Department": (
        f"{PARENTS}::test_the_state_department_is_asked_before_a_parent_is_charged",
        f"{CHILDREN}::test_a_child_taken_out_of_the_country_is_sought_abroad_and_comes_home",
    ),
    "CyberTipline": (
        f"{REPORTS}::test_a_cybertipline_report_goes_abroad_with_the_exact_type_of_its_incident",
        f"{REPORTS}::test_a_cybertipline_report_from_abroad_is_passed_on_to_the_task_force_concerned",
        f"{REPORTS}::test_the_providers_year_of_keeping_the_evidence_is_reminded_of_before_it_ends",
    ),
    "ICE Cyber Crimes Center": (
        f"{IMAGES}::test_a_web_address_is_kept_so_that_nothing_opens_it_and_a_person_says_where_it_lies",
        f"{IMAGES}::test_a_web_address_from_abroad_may_lie_in_another_country_which_is_told",
        f"{IMAGES}::test_whoever_sends_a_web_address_in_another_spelling_hears_that_somebody_has_it",
    ),
    "ICSE database": (
        f"{IMAGES}::test_a_series_is_compared_in_the_database_by_digests_and_clues_until_the_victim_is_safe",
        f"{IMAGES}::test_a_series_from_abroad_that_is_the_same_file_is_found_and_its_victim_identified",
    ),
    "US Marshals Service, fugitives": (
        f"{OFFENDERS}::test_a_fugitive_is_located_abroad_by_warrant_with_the_marshals_and_brought_back",
    ),
    "Non-compliant registered offenders abroad": (
        f"{OFFENDERS}::test_a_registered_offender_who_does_not_comply_is_sought_with_the_marshals_and_registers_again",
    ),
    "Adam Walsh Act: convicted offenders who travel, relocate or are deported": (
        f"{JOURNEYS}::test_a_journey_is_told_to_each_country_in_time_without_the_fbi_number",
        f"{JOURNEYS}::test_a_journey_announced_less_than_three_weeks_before_is_marked_late_everywhere",
        f"{JOURNEYS}::test_what_was_told_wrong_of_a_journey_is_reminded_of_every_hour_until_it_is_corrected",
        f"{JOURNEYS}::test_the_desk_pages_itself_two_days_before_an_offender_leaves",
    ),
    "Foreign offenders who travel to the US": (
        f"{JOURNEYS}::test_a_foreign_offender_who_comes_is_told_to_the_us_offices_concerned_and_they_acknowledge",
        f"{JOURNEYS}::test_an_office_that_does_not_acknowledge_within_the_hour_is_called",
    ),
    "Operation Predator, and deportees": (
        f"{OFFENDERS}::test_an_offender_who_is_removed_is_told_to_the_receiving_bureau_and_counts_for_operation_predator",
    ),
    "Human trafficking and smuggling": (
        f"{VICTIMS}::test_traffickers_are_investigated_with_another_country_and_their_victims_protected",
        f"{VICTIMS}::test_smuggling_that_another_country_investigates_asks_nothing_of_exploitation",
    ),
    "Sex tourism: selected offenders": (
        f"{OFFENDERS}::test_whoever_watches_a_selected_offender_hears_of_each_new_request_and_notice",
    ),
    "Victims and witnesses": (
        f"{VICTIMS}::test_a_witness_abroad_is_located_and_interviewed_and_stands_there_by_initials",
        f"{VICTIMS}::test_a_victim_in_the_united_states_whose_name_nobody_knows_is_identified",
    ),
    "61 ICAC task forces": (
        f"{REGISTRIES}::test_a_state_lists_its_agencies_with_its_task_forces_and_opens_one",
        f"{REPORTS}::test_a_cybertipline_report_from_abroad_is_passed_on_to_the_task_force_concerned",
        f"{REPORTS}::test_agencies_and_programmes_that_were_chosen_stand_in_the_details_by_their_names",
    ),
    "National Strategy for Child Exploitation Prevention and Interdiction": (
        f"{OFFENDERS}::test_a_request_carries_the_national_strategys_programme_and_counts_for_it",
    ),
    "Inquiries to and from countries": (
        f"{PEOPLE}::test_each_thing_that_a_country_may_be_asked_brings_up_its_own_questions",
        f"{PEOPLE}::test_a_country_is_asked_for_a_criminal_history_and_answers_or_refuses",
        f"{PEOPLE}::test_another_country_asks_after_a_childs_welfare_and_is_answered",
    ),
    "Kidnapping, rape, child abuse, trafficking and the division's other offences": (
        f"{REGISTRIES}::test_an_offence_is_added_offered_retired_and_keeps_its_label",
    ),
    "Notices that are kept until the subject has returned": (
        f"{NOTICES}::test_a_supervisor_ends_a_notice_without_the_return_and_an_officer_does_not",
    ),
    "Travel of offenders, by country and time": (
        f"{OFFENDERS}::test_the_journeys_of_offenders_are_counted_by_country_and_time",
    ),
}
