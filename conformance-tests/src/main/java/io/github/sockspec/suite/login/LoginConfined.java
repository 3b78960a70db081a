package io.github.sockspec.suite.login;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Crowd;
import io.github.sockspec.suite.LinkCut;
import io.github.sockspec.suite.Standstill;
import io.github.sockspec.suite.StrangePlace;
import io.github.sockspec.suite.Trial;
import io.github.sockspec.target.Allowance;
import io.github.sockspec.target.Allowance.Files;

/** Login, in a container with the kernel's limits around it. */
final class LoginConfined {
    /** When it fails: is the account file read as the locale's text? */
    @Case(
            clause = "LOGIN-1",
            value = "multibyte@posix-locale",
            confined = true,
            about = "the locale knows nothing but ASCII, and the clock is set for Nepal: accounts are known")
    void posixLocale_multibyteAccountAccepted(Trial trial) {
        StrangePlace.of(trial).answers();
    }

    /** When it fails: is the account file opened for more than reading? */
    @Case(
            clause = "LOGIN-1",
            value = "accounts@read-only-files",
            confined = true,
            about = "no file can be written, the account file neither: every account is known")
    void readOnlyFiles_everyAccountAccepted(Trial trial) {
        trial.confine(Allowance.USUAL.files(Files.READ_ONLY));
        trial.conversations().forEach(trial::holds);
    }

    /** When it fails: does the clock decide when a request is over, or when a client has gone? */
    @Case(
            clause = "LOGIN-3",
            value = "plain@paused",
            confined = true,
            about = "the server is frozen inside a request, and goes on after the rest has come")
    void pausedInsideRequest_answersRightly(Trial trial) {
        Standstill.of(trial).insideRequest();
    }

    /** When it fails: what becomes of an accept that fails? */
    @Case(
            clause = "LOGIN-6",
            value = "plain@64-descriptors",
            confined = true,
            about = "100 clients come to a server that may have 64 descriptors, and go: others are served as before")
    void fewDescriptors_servesOthers(Trial trial) {
        Crowd.of(trial).against(64);
    }

    @Case(
            clause = "LOGIN-8",
            value = "plain@network-cut",
            confined = true,
            about = "the network is cut inside a request, the client goes unheard, and the network comes back")
    void networkCutInsideRequest_servesOthers(Trial trial) {
        LinkCut.of(trial).insideRequest();
    }

    /** When it fails: is something written before an attempt is answered, and must it succeed? */
    @Case(
            clause = "LOGIN-9",
            value = "added@full-disk",
            confined = true,
            about = "there is no room for another byte; an account that got into the file before is accepted")
    void fullDisk_addedAccountAccepted(Trial trial) {
        trial.confine(Allowance.USUAL.files(Files.FULL));
        AddedAccount.in(trial);
        trial.holds(trial.conversation());
    }
}
