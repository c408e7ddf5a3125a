"""Question in, answer out. Each folder is a stage and knows only those before it:

    words → sentences → reports → asked → evidence → telling → kinds → tables, follow_ups → answering

`asked` reads the question, `evidence` finds and weighs what the reports say of it, `telling` puts what was chosen into
words with its sources, and `kinds` and `tables` go through these stages for one kind of question each.
"""
