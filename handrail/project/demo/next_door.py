"""A second, tiny agency, so that the wall between agencies has something to hide."""

from handrail.accounts.models.agency import Part2, Setting
from handrail.accounts.roles import Role
from handrail.project.demo.script import Colleague, Duty, Known, Line, Part, Place, Script, Walk, from_the_start

NEXT_DOOR = Script(
    name="Next Door Recovery House (demo)",
    pack="va",
    opened=170,
    programs=(
        Place(
            key="house",
            name="The House",
            setting=Setting.RESIDENTIAL,
            part2=Part2.YES,
            sites=(("The House", "71 Ferry Lane, Eastbank"),),
        ),
    ),
    staff=(
        Colleague(
            "bo",
            "Bo Sandoval",
            "House manager",
            (Duty(Role.ADMINISTRATOR, 170), Duty(Role.SUPERVISOR, 169, "house")),
        ),
        Colleague("mika", "Mika Halvorsen", "Recovery coach", (Duty(Role.PEER, 165, "house"),), certified=True),
    ),
    lines=(Line("bo", "mika", 164),),
    people=(
        Known("marcus_t", "Marcus T.", from_the_start("house", 120, "mika"), "he/him", "1990-02-02"),
        Known(
            "ottoline", "Ottoline Fairweather-Nkosi", (Part("house", 64, "bo", (Walk("mika", 60, chosen=True),)),), "she/her"
        ),
        Known("dashiell", "Dashiell", (Part("house", 5, "mika"),), born="2003-11-30"),
    ),
    supervisors={"house": "bo"},
)
