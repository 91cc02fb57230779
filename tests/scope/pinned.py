"""The 90 items and what each asks, as numbered when the documents were read. They change when a document does."""

DO = """
    VA-P2 VA-P3 VA-P4 VA-P6 VA-1a VA-1b VA-1c VA-1d VA-1e VA-1g VA-1h VA-1i VA-1j VA-1k VA-1l VA-2 VA-2a VA-2b VA-2c
    VA-2d VA-2e VA-2f VA-2g VA-2i VA-2j VA-2k VA-2l VA-2m VA-2n VA-3a VA-3b VA-3c VA-3d VA-3e VA-4a VA-5a VA-5b
    WI-S4 WI-S5 WI-S6 WI-S8 WI-S11 WI-S12 WI-S15 WI-S17 WI-S18 WI-C1 WI-C4 WI-C5 WI-C7 WI-K2 JD-2 JD-4 JD-5 JD-6
    JD-9 JD-10 JD-11 JD-12 JD-13 JD-14 JD-15 JD-16 JD-17 JD-19 JD-20
"""
BE = """
    VA-P1 VA-P5 VA-1f VA-2h WI-S1 WI-S3 WI-S7 WI-S13 WI-S14 WI-S16 WI-C3 WI-C6 JD-1 JD-3 JD-7 JD-18
"""
KNOW = "WI-S2 WI-S9 WI-S10 WI-C2 WI-K1 WI-K3 JD-21"
REFUSE = "JD-8"

PINNED = {item: kind for kind, items in (("do", DO), ("be", BE), ("know", KNOW), ("refuse", REFUSE)) for item in items.split()}
