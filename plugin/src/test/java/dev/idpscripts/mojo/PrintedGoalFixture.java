package dev.idpscripts.mojo;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.stubbing.Answer;

/** What tests share that read all that goals print, in its order, with what Maven puts before each line. */
abstract class PrintedGoalFixture extends GoalFixture {

    final List<String> printed = new ArrayList<>();

    @BeforeEach
    final void listen() {
        doAnswer(printing("[INFO] ")).when(log).info(any(CharSequence.class));
        doAnswer(printing("[WARNING] ")).when(log).warn(any(CharSequence.class));
        doAnswer(printing("[ERROR] ")).when(log).error(any(CharSequence.class));
    }

    private Answer<Void> printing(String prefix) {
        return call -> {
            printed.add((prefix + call.getArgument(0)).stripTrailing());
            return null;
        };
    }
}
