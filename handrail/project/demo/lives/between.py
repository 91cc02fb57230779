"""What is written down between the notes of a life: short contacts that could be anybody's, by the way they took place."""

from handrail.contacts.models import AskedBy, Ending, How
from handrail.project.demo.lives.nouns import Note

MET = (
    Note(
        "We looked at what the week brought and what can wait until the next one.",
        "It was a quiet week, and quiet is good.",
        "listened",
    ),
    Note(
        "I asked what went well first. It took a moment, and then there were three things.",
        "You always ask that. I started to collect them.",
        "listened noticed-a-strength",
    ),
    Note(
        "We talked about sleep, because the nights had been short.",
        "Between three and five the ceiling is very close.",
        "listened",
    ),
    Note(
        "A short one today. The sun was out, and neither of us wanted to be inside for long.",
        "Ten minutes of sun is also something.",
        "followed-their-lead",
    ),
    Note(
        "Went through the plan, line by line. One line was crossed out, one was added.",
        "That one was never mine. I wrote it to be polite.",
        "worked-on-plan followed-their-lead",
    ),
    Note(
        "We made a list of the people one can call after dark. It is longer than it was in summer.",
        "Five names. In spring it was two.",
        "grew-their-circle talked-about-safety",
    ),
    Note(
        "Sorted the mail that had piled up. Most of it was nothing.",
        "I slept better already, just because it is open.",
        "solved-everyday-problem",
    ),
    Note(
        "There was a lot to say and I mostly listened. At the end we picked one thing for the week.",
        "One thing I can do. Ten things I cannot.",
        "listened made-a-step",
    ),
    Note(
        "Talked about an old friend who is back in town, and what that stirs up.",
        "I was happy for an hour and worried for a day.",
        "listened talked-about-safety",
    ),
    Note(
        "We sat over tea. The hard part came when the cup was empty, so I filled it again.",
        "I did not plan to tell that today.",
        "listened followed-their-lead",
    ),
    Note(
        "Tried the breathing that helped last time, and one that was new.",
        "The old one is better. The new one made me laugh, which also helps.",
        "tried-a-tool",
    ),
    Note(
        "Looked back over the last month together, with the calendar between us.",
        "If I see it like this, it was not a bad month.",
        "worked-on-plan noticed-a-strength",
    ),
    Note(
        "We spoke about what to do with a whole free day, which can be the hardest kind.",
        "A free day needs a handle somewhere.",
        "weighed-choices",
    ),
    Note(
        "Practiced saying no to something small.",
        "No, thank you. No. Thank you. See, it gets shorter.",
        "practiced-speaking-up",
    ),
    Note(
        "We did the dishes of the house together and talked with our backs to the room.",
        "With wet hands it is easier to talk.",
        "listened joined-in",
    ),
    Note(
        "Had a look at the notice board for something to join. One note was torn off and pocketed.",
        "Maybe. I said maybe. Write maybe.",
        "looked-for-help grew-their-circle",
    ),
    Note(
        "Not a good day, and that was said at the door. We kept it short and kind.",
        "I came. That is all I had today.",
        "listened welcomed",
    ),
    Note(
        "We talked about being alone and being lonely, and which one it is.",
        "Alone is my chair. Lonely is the other chair.",
        "listened",
    ),
    Note(
        "A form had come back with a question. We found the answer in an old letter.",
        "I keep everything. Today it was worth it.",
        "worked-past-a-barrier",
    ),
    Note(
        "I said what I had noticed since we began. It was put differently, and better, in the next sentence.",
        "I would not say strong. I would say still here.",
        "noticed-a-strength named-their-value",
    ),
    Note(
        "Planned the holiday weekend: where to be, with whom, and how to leave early.",
        "I know the way out now, so I can go in.",
        "worked-on-crisis-plan weighed-choices",
    ),
    Note("Talked about food, and cooked a little in words.", "I was not hungry when I came.", "listened"),
    Note(
        "We read over the last note together. One word was changed.",
        "Put careful instead of scared. It was careful.",
        "followed-their-lead worked-on-plan",
    ),
    Note(
        "Found the hours of the place we had talked about, and who to ask for there.",
        "If I know a name I can walk in.",
        "looked-for-help",
    ),
    Note(
        "It rained, so we stayed, and talked about rain in other places.",
        "At home it smells different when it starts.",
        "listened fitted-to-them",
    ),
    Note(
        "Something went wrong with the money this week. We wrote down who to call, in what order.",
        "Say it slowly. Again. Good, now it is only a phone call.",
        "solved-everyday-problem made-a-step",
    ),
)

CALLED = (
    Note("A short call in between. All well enough.", "Nothing special. Nice that you ask.", "kept-in-touch"),
    Note(
        "Called about the day after tomorrow. We talked longer than we had planned.",
        "Stay on a minute, I am just walking home.",
        "kept-in-touch listened",
    ),
    Note(
        "Heard how the appointment went.",
        "I asked the question. The answer was boring, but I asked.",
        "listened noticed-a-strength",
    ),
    Note("A call back. It was not urgent, it was just loud in the head.", "It is already quieter. Thank you.", "listened"),
    Note("We went over the plan for the evening on the phone.", "Then I eat, then I call, then I see.", "tried-a-tool"),
    Note("Good news, told fast.", "I had to tell somebody who knows what it took.", "listened noticed-a-strength"),
    Note("Asked how the night was. Better than feared.", "I left the light on. It was fine.", "kept-in-touch"),
    Note(
        "We found out together by phone who is in charge of the letter.",
        "Four people, and the fourth was nice.",
        "worked-past-a-barrier",
    ),
    Note(
        "Talked from one bench to the other, as it turned out: both of us were outside.",
        "Then we both have cold feet.",
        "kept-in-touch",
    ),
    Note(
        "A low day. We stayed on the line until the kettle had boiled and the tea was drunk.",
        "You do not have to say anything. Just do not hang up.",
        "stayed-in-a-crisis listened",
    ),
    Note(
        "Called to say thank you for the visit, and to hear what stayed.",
        "I thought about it. I will tell you next week.",
        "kept-in-touch",
    ),
    Note(
        "We moved a few things in the week so that there is room to rest.",
        "I always put the rest at the end, and then there is none.",
        "worked-on-plan",
    ),
)

TEXTED = (
    Note("Asked how the week began.", "So far so good.", "kept-in-touch"),
    Note("Sent the address and the time again.", "Got it. See you.", "kept-in-touch"),
    Note("A good morning, as agreed.", "Good morning back.", "kept-in-touch"),
    Note("Wished luck for today.", "I will tell you tonight.", "reached-out"),
    Note("Asked how it went.", "Better than I thought.", "kept-in-touch"),
    Note("We wrote to and fro about the weekend.", "Quiet plans. The good kind.", "kept-in-touch"),
    Note("Sent a picture of the first frost. Got one back.", "Mine is prettier.", "kept-in-touch"),
    Note("Asked whether to call. No need today.", "Today I just want to be left in peace, but nicely.", "followed-their-lead"),
    Note("Checked in after the hard day.", "I slept. That was all I wanted.", "reached-out"),
    Note("Confirmed the new time.", "Fine by me.", "kept-in-touch"),
)

VIDEO = (
    Note("A short call with pictures. We looked at the week.", "You look tired too.", "kept-in-touch listened"),
    Note(
        "Talked with the cameras on for the first half and off for the second.",
        "Off is better for the true things.",
        "listened",
    ),
    Note("Looked at a form together on two screens.", "Now scroll. No, up. There.", "worked-past-a-barrier"),
    Note("We talked about what helps in the first minute of a bad hour.", "Cold water. Then a voice.", "tried-a-tool"),
    Note("The picture froze and we went on by voice.", "You stopped in the middle of a smile.", "listened"),
    Note("Went over the plan, one window each.", "It is shorter than it feels.", "worked-on-plan"),
)

MAILED = (
    Note("Answered the mail of the weekend, question by question.", "Thank you for answering all of them.", "kept-in-touch"),
    Note("Sent the two addresses we had talked about.", "I wrote to the second one.", "looked-for-help"),
    Note(
        "A mail about something that is easier to write than to say.",
        "Now you know. You need not answer that part.",
        "listened",
    ),
    Note("Asked what would help for the next time.", "Begin with something light.", "followed-their-lead"),
    Note("Sent a summary of what we agreed on, to be put right.", "All right like this.", "worked-on-plan"),
)

LETTERS = (
    Note("A card, because it was a year.", "", "kept-in-touch"),
    Note("Wrote to say that the door is open, with my hours on a slip of paper.", "", "reached-out"),
    Note("A postcard with a bridge on it and no big words.", "It hangs on the fridge.", "kept-in-touch"),
)

BETWEEN = {How.MET: MET, How.CALLED: CALLED, How.TEXTED: TEXTED, How.VIDEO: VIDEO, How.MAILED: MAILED, How.LETTER: LETTERS}

TRIED = (
    "Rang twice. I left no word, as agreed.",
    "Came by at the time we had said. Nobody was home, and I put nothing in the box.",
    "Sent a text in the morning and one in the evening.",
    "Was at the place from ten to half past. I will be there again next week.",
    "The phone was off. I try again in the morning.",
    "Left word in the way that is safe: only that I called.",
    "Asked at the place they named. They had been there the day before and were well.",
)
"""Nobody answered, and nobody is to blame."""

EN_SUS_PALABRAS = {
    How.MET: (
        "Fue una semana tranquila, y eso ya es mucho.",
        "Hoy no pensaba contarlo, pero ya que preguntó.",
        "Una cosa sí puedo. Diez, no.",
        "Entre las tres y las cinco no se duerme, se espera.",
        "Si lo veo así, no fue un mal mes.",
        "Vine. Hoy es todo lo que tengo.",
        "Con las manos ocupadas se habla mejor.",
        "Antes eran dos nombres. Ahora son cinco.",
        "No diría fuerte. Diría que aquí sigo.",
        "Ponga despacio, no ponga miedo.",
        "Me hizo bien reírme, aunque fuera poquito.",
        "Ya lo abrí y no era nada. Un mes sin abrirlo.",
        "Si sé por quién preguntar, entro.",
        "Esa parte la puse por compromiso. Bórrela.",
    ),
    How.CALLED: (
        "Nada nuevo. Qué bueno que llama.",
        "No cuelgue, que voy llegando.",
        "Ya pregunté. La respuesta fue aburrida, pero pregunté.",
        "Ya está más callado. Gracias.",
        "Primero como, luego llamo, luego vemos.",
        "Tenía que contárselo a alguien que sabe lo que costó.",
        "Dejé la luz prendida y pude dormir.",
    ),
    How.TEXTED: (
        "Aquí, bien, gracias a Dios.",
        "Nos vemos entonces.",
        "Luego le cuento.",
        "Mejor de lo que pensaba.",
        "Hoy prefiero descansar, mañana hablamos.",
        "Buenos días también para usted.",
        "Sí, a esa hora está bien.",
    ),
}
"""The words of those who say them in Spanish."""

NOT_KEPT = (
    (Ending.MISSED, ""),
    (Ending.BY_PERSON, "Had to work an extra shift."),
    (Ending.MISSED, "Slept through it, after a short night."),
    (Ending.BY_US, "I was needed at the hospital."),
    (Ending.BY_PERSON, "Not up to it that day, and said so in good time."),
    (Ending.MISSED, "Waited at different doors, as we found out later."),
    (Ending.BY_US, "The car did not start."),
)
"""What became of appointments that were not kept."""

MOVED = (
    (AskedBy.PERSON, "A visit came up."),
    (AskedBy.US, "A team meeting fell on the same hour."),
    (AskedBy.PERSON, "The afternoon is better that day."),
    (AskedBy.PERSON, ""),
)
"""Why appointments were moved, and for whom."""
