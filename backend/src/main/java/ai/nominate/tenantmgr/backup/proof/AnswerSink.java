package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.boot.BootAnswer;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.util.List;

/** Takes the answers of the program out of its output, and passes the rest on. */
record AnswerSink(LineSink output, List<String> answers) implements LineSink {
    private static final int MOST = 100;

    @Override
    public void accept(Stream stream, String line) {
        if (!BootAnswer.isAnswer(line)) {
            output.accept(stream, line);
        } else if (stream == Stream.OUT && answers.size() < MOST) {
            answers.add(line);
        }
    }

    @Override
    public SecretMatcher secrets() {
        return output.secrets();
    }
}
