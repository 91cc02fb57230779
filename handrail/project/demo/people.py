"""The people Riverside walks with. Every name is invented; anybody of the same name is somebody else."""

from handrail.people.models import Ending
from handrail.project.demo.script import Known, Part, Walk, from_the_start

WITH_DANA = (
    Known("marcus", "Marcus J.", from_the_start("door", 158, "dana"), "he/him", "1987-03-14"),
    Known(
        "guadalupe",
        "Guadalupe Ibarra Montes",
        (
            Part("door", 170, "dana", (Walk("dana", 170),)),
            Part("family", 63, "noor", (Walk("noor", 62, chosen=True),)),
        ),
        "ella",
        "1979-12-12",
    ),
    Known("vy", "Nguyễn Thị Hạnh Vy", (Part("door", 147, "sam", (Walk("dana", 145, chosen=True),)),), "she/her", "1992-07-02"),
    Known("abdirashid", "Abdirashid Guleed Warfaa", from_the_start("door", 139, "dana"), "he/him", "1985-01-01"),
    Known(
        "hala",
        "هالة النجداوي",
        (
            Part(
                "door",
                119,
                "ray",
                (
                    Walk("ray", 119, ended=105, why="Would rather walk with a woman."),
                    Walk("dana", 104, chosen=True),
                ),
            ),
        ),
        "she/her",
        "1974-10-05",
        legal_name="Hala Najdawi",
    ),
    Known("xiaotang", "欧阳晓棠", from_the_start("door", 128, "dana"), "she/her", "1998-05-21", "Xiaotang Ouyang"),
    Known(
        "shandiin", "Shándíín Bitsilly", (Part("door", 115, "sam", (Walk("dana", 112, chosen=True),)),), "she/her", "1989-06-20"
    ),
    Known("ifeanyi", "Ifeanyi O.", from_the_start("door", 110, "dana"), "he/him", "2001-09-09"),
    Known("tenzin", "Tenzin", from_the_start("door", 98, "dana"), "they/them"),
    Known("mike", "Big Mike", from_the_start("door", 84, "dana"), "he/him", "1966-02-28", "Michael Stanhope"),
    Known("wren", "Wren", from_the_start("door", 61, "dana")),
    Known(
        "paradise",
        "Paradise",
        (Part("door", 12, "sam", (Walk("dana", 6, chosen=True),)),),
        "she/they",
        "1995-11-17",
        "Patrice Ellwood",
    ),
    Known("tj", "T. J.", from_the_start("door", 2, "dana"), "he/him"),
    Known(
        "amparo",
        "Amparo",
        (
            Part(
                "bridge",
                112,
                "ray",
                (
                    Walk("ray", 112, ended=70, why="Ray's shift moved to the nights. Amparo sleeps then."),
                    Walk("dana", 69),
                ),
            ),
        ),
        "she/her",
        "1958-01-23",
    ),
    Known("wisly", "Wisly Jean-Noël", from_the_start("bridge", 93, "dana"), "he/him", "1993-03-30"),
    Known("georgia", "Georgia-Rae Tuttle", (Part("bridge", 50, "iris", (Walk("dana", 48),)),), "she/her", "1982-08-08"),
    Known("aleksandr", "Aleksandr Petrovich Volkonin", from_the_start("bridge", 27, "dana"), "he/him", "1961-04-12"),
    Known(
        "jose",
        "José Ángel de la Cruz Peralta",
        (
            Part("bridge", 76, "dana", (Walk("dana", 76),)),
            Part("door", 39, "dana", (Walk("lena", 37, chosen=True),)),
        ),
        "él",
        "1977-06-30",
    ),
)

WITH_RAY = (
    Known("kwabena", "Kwabena Asare-Dufie", from_the_start("bridge", 171, "ray"), "he/him", "1980-12-03"),
    Known(
        "thordis",
        "Þórdís Eiríksdóttir",
        (
            Part("bridge", 133, "ray", (Walk("ray", 133),)),
            Part("door", 71, "noor", (Walk("noor", 70, chosen=True),)),
        ),
        "she/her",
        "1971-02-11",
    ),
    Known("ravindran", "Ravindran s/o Muthukaruppan", from_the_start("bridge", 82, "ray"), "he/him"),
    Known(
        "khoi",
        "Đặng Minh Khôi",
        (
            Part("bridge", 57, "iris", (Walk("ray", 55),)),
            Part("door", 18, "ray", (Walk("ray", 18, chosen=True),)),
        ),
        "he/him",
        "2000-01-19",
    ),
    Known("elspeth", "Elspeth McAllister-Grady", (Part("bridge", 6, "ray", (Walk("ray", 5),)),), "she/her", "1949-09-15"),
    Known("oluwaseun", "Oluwaseun Adebambo-Pryce", from_the_start("door", 95, "ray"), "he/him", "1986-07-07"),
    Known("lucja", "Łucja Wiśniowska", (Part("door", 44, "ray", (Walk("ray", 43, chosen=True),)),), "she/her", "1968-12-24"),
    Known(
        "kealii",
        "Kealiʻi Kahananui",
        (
            Part(
                "door",
                152,
                "dana",
                (
                    Walk("dana", 152, ended=64, why="Works days now. Ray is at the house in the evening."),
                    Walk("ray", 63),
                ),
            ),
        ),
        "he/him",
    ),
)

WITH_NOOR = (
    Known("latoya", "Latoya Brisbane-Hall", from_the_start("family", 169, "noor"), "she/her", "1984-05-05"),
    # Latoya's son, and a person of his own.
    Known("micah", "Micah", from_the_start("family", 140, "noor"), "he/him", "2012-05-09", "Micah Brisbane-Hall"),
    Known("nasra", "Nasra Cabdi Jaamac", from_the_start("family", 143, "noor"), "she/her", "1991-01-01"),
    Known("pilar", "Pilar Echeverría Sáenz", (Part("family", 108, "sam", (Walk("noor", 106),)),), "ella", "1973-10-31"),
    Known("sumiarti", "Sumiarti", from_the_start("family", 79, "noor"), "she/her"),
    Known("fatoumata", "Fatoumata Binta Sow-Diallo", from_the_start("family", 31, "noor"), "she/her", "1988-03-08"),
    # Lena works here too. Noor walks with her; nobody else reaches this record.
    Known(
        "lena",
        "Lena B.",
        from_the_start("family", 40, "noor"),
        "she/her",
        "1996-08-02",
        works_here_as="lena",
    ),
    Known(
        "siobhan",
        "Siobhán Ní Dhuibhir",
        (
            Part(
                "door",
                149,
                "dana",
                (
                    Walk("dana", 149, ended=85, why="They go to the same meeting, and want to keep the two apart."),
                    Walk("noor", 83, chosen=True),
                ),
            ),
        ),
        "she/her",
        "1969-02-01",
    ),
    Known("yusuf", "أبو يوسف", from_the_start("door", 101, "noor"), "he/him", legal_name="Khalil Dabbagh"),
    Known("marisol", "Marisol Quispe Huanca", from_the_start("door", 23, "noor"), "ella", "1994-06-24"),
)

WITH_LENA = (
    Known(
        "rosie",
        "Rosie Applewhite",
        (
            Part(
                "door",
                166,
                "dana",
                (
                    Walk("dana", 166, ended=70, why="Rosie was glad to let a new colleague learn beside her."),
                    Walk("lena", 68, chosen=True),
                ),
            ),
        ),
        "she/her",
        "1955-05-01",
        legal_name="Rosalind Applewhite",
    ),
    Known(
        "darnell",
        "Darnell Whitcombe",
        (
            Part(
                "door",
                91,
                "ray",
                (
                    Walk("ray", 91, ended=47, why="Wanted to try with somebody nearer his own age."),
                    Walk("lena", 46, chosen=True),
                ),
            ),
        ),
        "he/him",
        "2002-12-18",
    ),
    Known("sol", "Namgoong Sol", (Part("door", 29, "sam", (Walk("lena", 26),)),), "they/them", "1999-04-04"),
)

NOBODY_YET = (
    Known(
        "mahnoor",
        "Mahnoor Zaidi-Kessler",
        (
            Part(
                "door",
                131,
                "noor",
                (
                    Walk(
                        "noor",
                        131,
                        ended=8,
                        why="Mornings only from now on; Noor is upstairs then. She waits for somebody new.",
                    ),
                ),
            ),
        ),
        "she/her",
        "1990-09-27",
    ),
    Known("kaede", "水原楓", (Part("door", 5, "sam"),), "she/her", "1997-03-03", legal_name="Kaede Mizuhara"),
    Known("noelle", "Noëlle van den Achterberg", (Part("family", 4, "noor"),), "she/her", "1981-12-26"),
    Known("selamawit", "Selamawit Gebrezgi", (Part("bridge", 2, "iris"),), "she/her"),
    Known("analucia", "Ana Lucía Bermúdez y Soto", (Part("bridge", 1, "iris"),), "ella", "1976-07-16"),
)

GONE_ON = (
    # Big Mike has the same name on paper. Whoever welcomed Mikey was asked, and said that they are two.
    Known(
        "mikey",
        "Mikey",
        (
            Part(
                "door",
                74,
                "sam",
                (Walk("ray", 72, chosen=True, ended=30, why="He has his room, and walks on alone."),),
                ended=(30, Ending.REACHED, "A room of his own. He will bring bread."),
            ),
        ),
        "he/him",
        "1999-06-06",
        legal_name="Michael Stanhope",
        not_the_same_as="mike",
    ),
)

PEOPLE = WITH_DANA + WITH_RAY + WITH_NOOR + WITH_LENA + NOBODY_YET + GONE_ON
