package io.github.sockspec.suite.exec;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Crowd;
import io.github.sockspec.suite.LinkCut;
import io.github.sockspec.suite.LittleTime;
import io.github.sockspec.suite.ProcessLimit;
import io.github.sockspec.suite.Restarts;
import io.github.sockspec.suite.Standstill;
import io.github.sockspec.suite.StrangePlace;
import io.github.sockspec.suite.Trial;

/** Exec, in a container with the kernel's limits around it. */
final class ExecConfined {
    /** When it fails: is the output decoded and encoded on its way, by the locale? */
    @Case(
            clause = "EXEC-1",
            value = "multibyte@posix-locale",
            confined = true,
            about = "the locale knows nothing but ASCII, and the clock is set for Nepal: the bytes are the same")
    void posixLocale_sameBytes(Trial trial) {
        StrangePlace.of(trial).answers();
    }

    /** When it fails: is a command given a fixed time, and what it wrote by then taken for all? */
    @Case(
            clause = "EXEC-1",
            value = "busy@tenth-of-a-core",
            confined = true,
            about = "a command that computes, to a server with a tenth of a core: late is not wrong")
    void littleTime_answersRightly(Trial trial) {
        LittleTime.of(trial).answers();
    }

    /** When it fails: what becomes of a fork that fails? */
    @Case(
            clause = "EXEC-4",
            value = "fork-heavy@64-processes",
            confined = true,
            about = "a command takes all of 64 processes for two seconds, and another is asked for meanwhile")
    void noProcessLeft_servesOthersLater(Trial trial) {
        ProcessLimit.of(trial).reached(64);
    }

    /** When it fails: does the clock decide when a command is over, or when a client has gone? */
    @Case(
            clause = "EXEC-5",
            value = "plain@paused",
            confined = true,
            about = "the server is frozen inside a command line, and goes on after the rest has come")
    void pausedInsideCommand_answersRightly(Trial trial) {
        Standstill.of(trial).insideRequest();
    }

    /** When it fails: what becomes of an accept that fails? */
    @Case(
            clause = "EXEC-10",
            value = "plain@64-descriptors",
            confined = true,
            about = "100 clients come to a server that may have 64 descriptors, and go: others are served as before")
    void fewDescriptors_servesOthers(Trial trial) {
        Crowd.of(trial).against(64);
    }

    @Case(
            clause = "EXEC-10",
            value = "16-mib@network-cut",
            confined = true,
            about = "the network is cut inside a reply, the client goes unheard, and the network comes back")
    void networkCutInsideReply_servesOthers(Trial trial) {
        LinkCut.of(trial).insideReply();
    }

    @Case(
            clause = "EXEC-13",
            value = "plain@network-cut",
            confined = true,
            about = "the network is cut inside a request, the client goes unheard, and the network comes back")
    void networkCutInsideRequest_servesOthers(Trial trial) {
        LinkCut.of(trial).insideRequest();
    }

    /** When it fails: is there a file that says that it runs, and stays when it is killed? */
    @Case(
            clause = "EXEC-15",
            value = "plain@killed",
            confined = true,
            about = "SIGKILL ends the server inside a request: its client sees an end, and it can be started again")
    void killed_startsAgain(Trial trial) {
        Restarts.of(trial).afterKill();
    }
}
