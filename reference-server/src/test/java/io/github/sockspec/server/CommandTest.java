package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Selector;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandTest {
    private final Process shell = mock(Process.class);
    private final ProcessHandle handle = mock(ProcessHandle.class);
    private final Selector reset = mock(Selector.class);
    private final Command command = new Command(shell, "no process has this mark in its environment");

    @BeforeEach
    void prepare() {
        when(shell.toHandle()).thenReturn(handle);
        when(shell.descendants()).thenAnswer(call -> Stream.empty());
        when(shell.getInputStream()).thenReturn(new ByteArrayInputStream("out".getBytes(UTF_8)));
        when(shell.getErrorStream()).thenReturn(new ByteArrayInputStream(new byte[0]));
    }

    @Test
    void output_commandThatEnds_isWhatItWrote() throws Exception {
        when(shell.waitFor(anyLong(), any())).thenReturn(false, false, true);
        assertEquals("out", new String(command.output(reset), UTF_8));
    }

    @Test
    void output_clientThatHasGone_isNotWaitedFor() throws Exception {
        when(shell.waitFor(anyLong(), any())).thenReturn(false);
        when(reset.selectNow()).thenReturn(0, 1);
        assertThrows(IOException.class, () -> command.output(reset));
    }

    @Test
    void output_pipeThatBreaks_isAnError() throws Exception {
        ByteArrayInputStream broken = mock(ByteArrayInputStream.class);
        when(broken.available()).thenReturn(10);
        when(broken.readNBytes(10)).thenAnswer(call -> {
            throw new IOException("broken pipe");
        });
        when(shell.getErrorStream()).thenReturn(broken);
        when(shell.waitFor(anyLong(), any())).thenReturn(true);
        assertThrows(IOException.class, () -> command.output(reset));
    }

    @Test
    void end_processThatWillNotDie_isGivenUpInTheEnd() throws Exception {
        when(shell.isAlive()).thenReturn(true);
        when(handle.isAlive()).thenReturn(true);
        command.end();
        verify(handle, atLeastOnce()).destroyForcibly();
    }

    @Test
    void end_processThatStartsOthersMeanwhile_endsThemToo() throws Exception {
        ProcessHandle child = mock(ProcessHandle.class);
        when(child.isAlive()).thenReturn(true);
        when(shell.isAlive()).thenReturn(true);
        when(shell.waitFor(anyLong(), any())).thenReturn(true);
        when(shell.descendants()).thenAnswer(call -> Stream.empty()).thenAnswer(call -> Stream.of(child));
        when(child.destroyForcibly()).thenAnswer(call -> {
            when(child.isAlive()).thenReturn(false);
            return true;
        });
        command.end();
        verify(child).destroyForcibly();
    }

    @Test
    void end_commandThatHasEnded_leavesItsBackgroundAlone() throws Exception {
        command.end();
        verify(shell, never()).descendants();
    }
}
