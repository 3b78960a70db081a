package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientJudgeTest {
    private static final Bytes FIRST = Bytes.utf8("first-7d1f3a\n");
    private static final Bytes SECOND = Bytes.utf8("second-9be24c\n");
    private static final ServerPart TWO = new ServerPart(
            "two",
            List.of(exchange("one\n", FIRST), exchange("two\n", SECOND)),
            List.of("exit"),
            Bytes.utf8("exit\n"),
            ServerPart.After.KEEPS,
            Due.NOTHING);

    private static Exchange exchange(String request, Bytes body) {
        Bytes header = Bytes.of((byte) body.length(), (byte) 0, (byte) 0, (byte) 0);
        return Exchange.of(List.of(request.strip()), Reply.exactly(Bytes.utf8(request)), header.plus(body))
                .headed(List.of(4))
                .printing(List.of(body));
    }

    static Observation asked(String requests) {
        return new Observation(List.of(
                new Fact.Connected(Duration.ZERO), new Fact.Received(Duration.ofMillis(1), 0, Bytes.utf8(requests))));
    }

    static ProgramRun run(Fate fate, int status, String output, String errors) {
        return new ProgramRun(
                fate,
                status,
                Bytes.utf8(output),
                Bytes.utf8(errors),
                Duration.ofMillis(2000),
                Duration.ofMillis(fate == Fate.SPINS ? 760 : 0),
                10L << 20);
    }

    static void assertBroken(String reason, Finding finding) {
        assertTrue(finding instanceof Finding.Broken, finding::toString);
        assertEquals(reason, ((Finding.Broken) finding).reason());
    }

    @Test
    void works_printedAroundAndBetween_holds() {
        ProgramRun run = run(Fate.EXITED, 0, ">>: first-7d1f3a\n" + ">>: second-9be24c\nbye", "");
        assertEquals(Finding.HOLDS, ClientJudge.works(TWO, asked("one\ntwo\nexit\n"), run));
    }

    @Test
    void works_exitWordNotSent_holds() {
        ProgramRun run = run(Fate.EXITED, 0, "first-7d1f3a\nsecond-9be24c\n", "");
        assertEquals(Finding.HOLDS, ClientJudge.works(TWO, asked("one\ntwo\n"), run));
    }

    @Test
    void works_printedTwice_broken() {
        ProgramRun run = run(Fate.EXITED, 0, "first-7d1f3a\nfirst-7d1f3a\nsecond-9be24c\n", "");
        assertBroken(
                "the payload is not right: it was printed more than once",
                ClientJudge.works(TWO, asked("one\ntwo\n"), run));
    }

    @Test
    void works_outOfOrder_broken() {
        ProgramRun run = run(Fate.EXITED, 0, "second-9be24c\nfirst-7d1f3a\n", "");
        assertBroken(
                "the payload is not right: it was printed out of order",
                ClientJudge.works(TWO, asked("one\ntwo\n"), run));
    }

    @Test
    void works_truncatedWithStatus0_saysHowMuch() {
        ProgramRun run = run(Fate.EXITED, 0, "first-7d1f3a\nsecond-9b", "");
        assertBroken(
                "the payload is not right: only its first 9 of 14 bytes were printed right, and it ended with status 0",
                ClientJudge.works(TWO, asked("one\ntwo\n"), run));
    }

    @Test
    void works_headerPrinted_broken() {
        ProgramRun run = run(Fate.EXITED, 0, "first-7d1f3a\n\016\0\0\0second-9be24c\n", "");
        assertBroken("the header of a reply was printed", ClientJudge.works(TWO, asked("one\ntwo\n"), run));
    }

    @Test
    void works_secondRequestMissing_saysWhatItDidInstead() {
        ProgramRun run = run(Fate.EXITED, 1, "", "Traceback (most recent call last):\nstruct.error: 4 bytes\n");
        assertBroken(
                "it did not go on to ask \"two\\n\": it crashed, with status 1 (struct.error: 4 bytes)",
                ClientJudge.works(TWO, asked("one\n"), run));
    }

    @Test
    void works_moreSentThanAsked_broken() {
        ProgramRun run = run(Fate.EXITED, 0, "first-7d1f3a\nsecond-9be24c\n", "");
        assertBroken(
                "it sent what nobody asked it to: \"three\\n\"",
                ClientJudge.works(TWO, asked("one\ntwo\nthree\n"), run));
    }

    @Test
    void works_neverConnected_saysSo() {
        ProgramRun run = run(Fate.HANGS, -1, "", "");
        assertBroken(
                "it never connected: it hangs: after 2000 ms it still waits in the kernel, with 0 ms of CPU time used",
                ClientJudge.works(TWO, new Observation(List.of()), run));
    }

    @Test
    void givesUp_messageAndStatus_holds() {
        assertEquals(Finding.HOLDS, ClientJudge.givesUp("after a FIN", run(Fate.EXITED, 3, "", "it has gone\n")));
    }

    @Test
    void givesUp_status0_isSilentTruncation() {
        assertBroken(
                "after a FIN, it ended with status 0, as if nothing were wrong: what is missing goes unnoticed",
                ClientJudge.givesUp("after a FIN", run(Fate.EXITED, 0, "first", "")));
    }

    @Test
    void givesUp_noWord_broken() {
        assertBroken(
                "after a FIN, it ended with status 3 but without a word",
                ClientJudge.givesUp("after a FIN", run(Fate.EXITED, 3, "", "")));
    }

    @Test
    void givesUp_spin_isCalledSpin() {
        assertBroken(
                "after a FIN, it spins: with nothing left to read it used 760 ms of CPU time in 2000 ms, without end",
                ClientJudge.givesUp("after a FIN", run(Fate.SPINS, -1, "", "")));
    }

    @Test
    void givesUp_signal_isCalledCrash() {
        assertBroken(
                "after a FIN, it crashed: signal 11 killed it",
                ClientJudge.givesUp("after a FIN", run(Fate.KILLED, 139, "", "")));
    }

    @Test
    void givesUp_flood_isCalledFlood() {
        assertBroken(
                "after a FIN, it writes without end",
                ClientJudge.givesUp("after a FIN", run(Fate.FLOODS, -1, "x", "")));
    }

    @Test
    void bounded_moreThanGranted_broken() {
        assertBroken("it held 10 MiB of memory", ClientJudge.bounded(run(Fate.EXITED, 0, "", ""), 5L << 20));
    }

    @Test
    void bounded_unseen_undecided() {
        ProgramRun unseen = new ProgramRun(Fate.EXITED, 0, Bytes.EMPTY, Bytes.EMPTY, Duration.ZERO, Duration.ZERO, 0);
        assertTrue(ClientJudge.bounded(unseen, 5) instanceof Finding.Undecided);
    }

    @Test
    void bounded_asGranted_holds() {
        assertEquals(Finding.HOLDS, ClientJudge.bounded(run(Fate.EXITED, 0, "", ""), 10L << 20));
    }

    @Test
    void succeeds_status0_holds() {
        assertEquals(Finding.HOLDS, ClientJudge.succeeds(run(Fate.EXITED, 0, "", "")));
    }

    @Test
    void succeeds_otherStatusOrNoEnd_broken() {
        assertBroken("with everything done, it ended with status 2", ClientJudge.succeeds(run(Fate.EXITED, 2, "", "")));
        assertBroken(
                "with everything done, it hangs: after 2000 ms it still waits in the kernel, with 0 ms of CPU time used",
                ClientJudge.succeeds(run(Fate.HANGS, 0, "", "")));
    }

    @Test
    void ends_byItself_holdsWithAnyStatus() {
        assertEquals(Finding.HOLDS, ClientJudge.ends("after a FIN", run(Fate.EXITED, 3, "", "")));
        assertBroken(
                "after a FIN, it writes without end", ClientJudge.ends("after a FIN", run(Fate.FLOODS, -1, "", "")));
    }

    @Test
    void givesUp_nothingMoreAsked_holds() {
        ProgramRun run = run(Fate.EXITED, 1, "", "it has gone\n");
        ServerPart first = TWO.brokenOff(17);
        assertEquals(Finding.HOLDS, ClientJudge.givesUp("after a FIN", first, asked("one\n"), run));
        assertEquals(Finding.HOLDS, ClientJudge.givesUp("after a FIN", first, asked("on"), run));
        assertEquals(Finding.HOLDS, ClientJudge.givesUp("after a FIN", first, asked("one\nexit\n"), run));
        assertEquals(Finding.HOLDS, ClientJudge.givesUp("after a FIN", TWO, asked("one\ntwo\n"), run));
    }

    @Test
    void givesUp_askedAgain_brokenHoweverItEnded() {
        ProgramRun run = run(Fate.EXITED, 1, "", "it has gone\n");
        Finding finding = ClientJudge.givesUp("after a FIN", TWO.brokenOff(16), asked("one\ntwo\n"), run);
        assertBroken("after a FIN, what is no reply was taken for one, and it asked again", finding);
        assertEquals("\"two\\n\"", ((Finding.Broken) finding).actual().text());
        assertEquals(4, ((Finding.Broken) finding).actual().wrongAt());
    }

    @Test
    void givesUp_waitedForItsUser_brokenHoweverItEnded() {
        assertBroken(
                "after a FIN, it went on to wait for its user, as if nothing were wrong: only when its input was ended, it"
                        + " crashed, with status 1 (EOFError)",
                ClientJudge.givesUp(
                        "after a FIN",
                        run(Fate.WAITED_FOR_INPUT, 1, "", "Traceback (most recent call last):\nEOFError\n")));
    }

    @Test
    void keepsEmptyLine_goesOnOrLeaves_holds() {
        ProgramRun both = run(Fate.EXITED, 0, "first-7d1f3a\nsecond-9be24c\n", "");
        ProgramRun first = run(Fate.EXITED, 0, "first-7d1f3a\n", "");
        assertEquals(Finding.HOLDS, ClientJudge.keepsEmptyLine(TWO, asked("one\ntwo\nexit\n"), both));
        assertEquals(Finding.HOLDS, ClientJudge.keepsEmptyLine(TWO, asked("one\n"), first));
        assertEquals(Finding.HOLDS, ClientJudge.keepsEmptyLine(TWO, asked("one\nexit\n"), first));
    }

    @Test
    void keepsEmptyLine_sentOrStuckOrCrashed_broken() {
        ProgramRun first = run(Fate.EXITED, 0, "first-7d1f3a\n", "");
        assertBroken("what it sent is not the request", ClientJudge.keepsEmptyLine(TWO, asked("one\n\n"), first));
        assertTrue(
                ClientJudge.keepsEmptyLine(TWO, asked("one\n"), run(Fate.HANGS, -1, "first-7d1f3a\n", ""))
                        instanceof Finding.Broken);
        assertBroken(
                "it did not go on to ask \"two\\n\": it crashed, with status 1 (IndexError)",
                ClientJudge.keepsEmptyLine(
                        TWO,
                        asked("one\n"),
                        run(Fate.EXITED, 1, "first-7d1f3a\n", "Traceback (most recent call last):\nIndexError\n")));
    }

    @Test
    void works_newlinesAlone_countedAsLittleAsWhatStandsAroundThem() {
        ServerPart blank = new ServerPart(
                "blank",
                List.of(exchange("one\n", Bytes.utf8("\n\n\n"))),
                List.of(),
                Bytes.EMPTY,
                ServerPart.After.KEEPS,
                Due.NOTHING);
        assertEquals(Finding.HOLDS, ClientJudge.works(blank, asked("one\n"), run(Fate.EXITED, 0, "> \n\n\n\n> ", "")));
        assertBroken(
                "the payload is not right: only its first 2 of 3 bytes were printed right, and it ended with status 0",
                ClientJudge.works(blank, asked("one\n"), run(Fate.EXITED, 0, "> \n\n> ", "")));
    }

    @Test
    void beside_payloads_isWhatStandsAroundThem() {
        ProgramRun run = run(Fate.EXITED, 0, ">>: first-7d1f3a\n14>>: second-9be24c\nbye", "");
        assertEquals(Bytes.utf8(">>: 14>>: bye"), ClientJudge.beside(TWO, run));
    }

    @Test
    void works_otherRequest_pointsAtTheByte() {
        Finding finding = ClientJudge.works(TWO, asked("one\ntwx\n"), run(Fate.EXITED, 0, "", ""));
        assertBroken("what it sent is not the request", finding);
        assertEquals(6, ((Finding.Broken) finding).actual().wrongAt());
        assertEquals("\"twx\\n\"", ((Finding.Broken) finding).actual().text());
    }

    @Test
    void works_silentUntilItsStreamEnded_hangs() {
        Observation quiet = new Observation(List.of(
                new Fact.Connected(Duration.ZERO),
                new Fact.Received(Duration.ZERO, 0, Bytes.utf8("one\n")),
                new Fact.Quiet(Duration.ZERO, Duration.ofMillis(700))));
        Finding finding = ClientJudge.works(TWO, quiet, run(Fate.EXITED, 1, "", ""));
        assertBroken(
                "it did not go on to ask \"two\\n\": it hangs: it waited for more for 700 ms, and only when its stream was"
                        + " ended, it ended with status 1",
                finding);
        assertEquals("nothing", ((Finding.Broken) finding).actual().text());
    }

    @Test
    void works_nothingPrinted_saysSo() {
        assertBroken(
                "the payload is not right: nothing of it was printed, and it ended with status 0",
                ClientJudge.works(TWO, asked("one\ntwo\n"), run(Fate.EXITED, 0, "", "")));
    }

    @Test
    void givesUp_veryLongLastLine_isShortened() {
        Finding finding = ClientJudge.succeeds(run(Fate.EXITED, 2, "", "x".repeat(201)));
        assertBroken("with everything done, it ended with status 2 (" + "x".repeat(200) + "…)", finding);
        assertBroken(
                "with everything done, it ended with status 2 (" + "x".repeat(200) + ")",
                ClientJudge.succeeds(run(Fate.EXITED, 2, "", "x".repeat(200))));
    }

    @Test
    void works_truncated_pointsAtTheFirstMissingByte() {
        Finding finding =
                ClientJudge.works(TWO, asked("one\ntwo\n"), run(Fate.EXITED, 0, ">> first-7d1f3a\nsecond-9b", ""));
        assertEquals(3 + 13 + 9, ((Finding.Broken) finding).actual().wrongAt());
    }

    @Test
    void works_otherWordsPrinted_pointsBehindThem() {
        Finding other = ClientJudge.works(TWO, asked("one\ntwo\n"), run(Fate.EXITED, 0, "zzz", ""));
        Finding none = ClientJudge.works(TWO, asked("one\ntwo\n"), run(Fate.EXITED, 0, "", ""));
        assertEquals(3, ((Finding.Broken) other).actual().wrongAt());
        assertEquals("\"zzz\"", ((Finding.Broken) other).actual().text());
        assertEquals("nothing", ((Finding.Broken) none).actual().text());
    }

    @Test
    void works_headerThatBeginsWithZeroPrintedFirst_broken() {
        Exchange bigEndian = Exchange.of(
                        List.of("one"),
                        Reply.exactly(Bytes.utf8("one\n")),
                        Bytes.of((byte) 0, (byte) 13).plus(FIRST))
                .headed(List.of(2))
                .printing(List.of(FIRST));
        ServerPart one =
                new ServerPart("one", List.of(bigEndian), List.of(), Bytes.EMPTY, ServerPart.After.KEEPS, Due.NOTHING);
        assertBroken(
                "the header of a reply was printed",
                ClientJudge.works(one, asked("one\n"), run(Fate.EXITED, 0, "\0\rfirst-7d1f3a\n", "")));
    }

    @Test
    void works_quietAndStillThere_hangs() {
        Observation quiet = new Observation(
                List.of(new Fact.Connected(Duration.ZERO), new Fact.Quiet(Duration.ZERO, Duration.ofMillis(700))));
        assertBroken(
                "it did not go on to ask \"one\\n\": it hangs: after 2000 ms it still waits in the kernel, with 0 ms of"
                        + " CPU time used",
                ClientJudge.works(TWO, quiet, run(Fate.HANGS, -1, "", "")));
    }

    @Test
    void keepsWithinMemory_killedForIt_broken() {
        assertEquals(Finding.HOLDS, ClientJudge.keepsWithinMemory(run(Fate.KILLED, 139, "", "")));
        assertBroken(
                "out of memory: the kernel killed it (OOM kill)",
                ClientJudge.keepsWithinMemory(run(Fate.OUT_OF_MEMORY, 137, "", "")));
    }

    @Test
    void tells_onEitherStreamFromItsBeginning_holds() {
        Bytes told = Bytes.utf8("fail");
        assertEquals(Finding.HOLDS, ClientJudge.tells(told, run(Fate.EXITED, 0, "fail", "")));
        assertEquals(Finding.HOLDS, ClientJudge.tells(told, run(Fate.EXITED, 0, "x", "fail")));
        assertEquals(Finding.HOLDS, ClientJudge.tells(told, run(Fate.EXITED, 0, "it said fail", "")));
    }

    @Test
    void tells_somethingElse_broken() {
        Finding finding = ClientJudge.tells(Bytes.utf8("fail"), run(Fate.EXITED, 0, "fai", "l"));
        assertBroken("it did not print what the server answered", finding);
        assertEquals(3, ((Finding.Broken) finding).actual().wrongAt());
    }
}
