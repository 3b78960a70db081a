import sys
import traceback


def conclude(have):
    """Has it, says what came of it, and gives the exit status: 1 only where the failure was seen."""
    try:
        wrong = have()
    except OSError as trouble:
        print("trouble: %s" % trouble, file=sys.stderr)
        return 2
    except Exception:  # a fault of this script is no failure of the program
        traceback.print_exc()
        return 2
    print("the failure shows: " + wrong if wrong else "the failure does not show")
    return 1 if wrong else 0


def asked_address():
    """HOST PORT of the command line, or None."""
    if len(sys.argv) == 3 and sys.argv[2].isdigit():
        return sys.argv[1], int(sys.argv[2])
    print("usage: python3 %s HOST PORT" % sys.argv[0], file=sys.stderr)
    return None
