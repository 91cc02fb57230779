"""Finding people: by part of a name, a short name, a slip of the thumb, a few digits; and only whom one may see.

keys       what of a name is looked up          sources   what people are found by; other files add theirs
indexing   writing the keys with the data       matching  from typed words to who may be meant
ranking    who is meant most likely, and why    sameness  whether somebody new is somebody known
"""

from handrail.people.search.indexing import index, index_new, rebuild
from handrail.people.search.sources import Kind, Text, register_source

__all__ = ["Kind", "Text", "index", "index_new", "rebuild", "register_source"]
