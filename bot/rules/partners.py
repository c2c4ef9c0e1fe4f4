"""Partners: whom the desk tells besides the country asked, what each is for, and how soon."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.records.requests import Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFacts:
    label: str
    role: str
    """What they do in a case, as a sentence, from the division's own description where it has one."""


PARTNERS: Mapping[Partner, PartnerFacts] = {
    Partner.NCMEC: PartnerFacts(
        label="National Center for Missing and Exploited Children",
        role="Keeps the case of a missing child, and runs the CyberTipline.",
    ),
    Partner.CHILDRENS_ISSUES: PartnerFacts(
        label="State Department, Office of Children's Issues",
        role="Central Authority of the United States for the Hague Abduction Convention.",
    ),
    Partner.MARSHALS: PartnerFacts(
        label="US Marshals Service",
        role="Apprehends fugitives; its targeting center reports the travel of sex offenders.",
    ),
    Partner.ANGEL_WATCH: PartnerFacts(
        label="Angel Watch Center",
        role="Checks travellers with convictions for offences against minors (34 USC 21503).",
    ),
    Partner.OPERATION_PREDATOR: PartnerFacts(
        label="ICE Operation Predator",
        role="Removes foreign sex offenders from the United States.",
    ),
    Partner.CYBER_CRIMES_CENTER: PartnerFacts(
        label="ICE Cyber Crimes Center",
        role="Investigates web addresses on computers in the United States.",
    ),
    Partner.ICSE: PartnerFacts(
        label="ICSE database, General Secretariat",
        role="Compares series of images, so that victims are identified. No image passes this desk.",
    ),
    Partner.ICAC: PartnerFacts(
        label="ICAC task force",
        role="Investigates crimes against children on the internet in its state or area.",
    ),
    Partner.GENERAL_SECRETARIAT: PartnerFacts(
        label="INTERPOL General Secretariat, Lyon",
        role="Publishes notices and keeps INTERPOL's databases.",
    ),
    Partner.US_AGENCY: PartnerFacts(
        label="US agency concerned",
        role="Acts in the United States on what another country asks.",
    ),
}
