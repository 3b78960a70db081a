package io.github.sockspec.suite;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.trial.CaseStop;

/** What a program's dialect must have for a case to be asked of it; else the case does not apply. */
public enum Need {
    REQUESTS_THAT_END("nothing ends a request in this dialect: half of one is itself a whole request"),
    REPLIES_THAT_END("in this dialect the end of the stream is the end of the reply"),
    EXIT_WORD("there is no exit word in this dialect"),
    NO_ACKNOWLEDGEMENT("an acknowledgement is due between header and body"),
    /** Whatever the reference prints is known to be the body's own octets, never decoded. */
    OTHER_OUTPUT_THAN_UTF_8("it prints utf-8 in this dialect");

    private final String reason;

    Need(String reason) {
        this.reason = reason;
    }

    /** Ends the case as not applicable where {@code program} has not what it needs. */
    void require(Implementation program) {
        if (!met(program)) {
            throw CaseStop.notApplicable(reason);
        }
    }

    private boolean met(Implementation program) {
        return switch (this) {
            case REQUESTS_THAT_END -> program.dialect().cuttable();
            case REPLIES_THAT_END -> !(program.dialect().reply() instanceof ReplyFrame.Eof);
            case EXIT_WORD -> program.dialect().exit().isPresent();
            case NO_ACKNOWLEDGEMENT -> program.dialect().acknowledge().isEmpty();
            case OTHER_OUTPUT_THAN_UTF_8 ->
                program.start().inThisProcess() || !program.dialect().is("output", "utf-8");
        };
    }
}
