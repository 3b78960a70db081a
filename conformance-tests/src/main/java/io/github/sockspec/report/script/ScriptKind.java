package io.github.sockspec.report.script;

import java.util.List;

/** What of a script belongs to one kind of occasion. */
interface ScriptKind {
    /** How it is called, and what it then does, a line each. */
    List<String> usage();

    /** What it is about: assignments in Python. */
    List<String> constants();

    /** The parts of its code, in order. */
    List<String> parts();
}
