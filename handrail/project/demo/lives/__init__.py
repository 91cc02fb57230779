"""The lives of the people Riverside walks with: what is known of them, what they want, and what was done together."""

from handrail.project.demo.lives.amparo_to_aleksandr import AMPARO_TO_ALEKSANDR
from handrail.project.demo.lives.ifeanyi_to_tj import IFEANYI_TO_TJ
from handrail.project.demo.lives.jose_to_analucia import JOSE_TO_ANALUCIA
from handrail.project.demo.lives.latoya_micah import LATOYA_MICAH
from handrail.project.demo.lives.lena_noelle import LENA_NOELLE
from handrail.project.demo.lives.marcus_guadalupe import MARCUS_GUADALUPE
from handrail.project.demo.lives.mikey import LIFE as MIKEY
from handrail.project.demo.lives.nasra_to_fatoumata import NASRA_TO_FATOUMATA
from handrail.project.demo.lives.oluwaseun_to_thordis import OLUWASEUN_TO_THORDIS
from handrail.project.demo.lives.rosie_darnell_sol import ROSIE_DARNELL_SOL
from handrail.project.demo.lives.siobhan_to_kaede import SIOBHAN_TO_KAEDE
from handrail.project.demo.lives.vy_to_hala import VY_TO_HALA
from handrail.project.demo.lives.xiaotang_shandiin import XIAOTANG_SHANDIIN

LIVES = (
    *MARCUS_GUADALUPE,
    *VY_TO_HALA,
    *XIAOTANG_SHANDIIN,
    *IFEANYI_TO_TJ,
    *AMPARO_TO_ALEKSANDR,
    *JOSE_TO_ANALUCIA,
    *OLUWASEUN_TO_THORDIS,
    *SIOBHAN_TO_KAEDE,
    *LATOYA_MICAH,
    *NASRA_TO_FATOUMATA,
    *LENA_NOELLE,
    *ROSIE_DARNELL_SOL,
    MIKEY,
)

__all__ = ["LIVES"]
