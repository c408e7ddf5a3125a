"""python -m rag …"""

import signal
import sys

from rag.cli import main

# a server that was itself started in the background has its children ignore SIGINT, so a build is ended with SIGTERM
signal.signal(signal.SIGTERM, signal.default_int_handler)
sys.exit(main())
