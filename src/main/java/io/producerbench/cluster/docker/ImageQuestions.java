package io.producerbench.cluster.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.producerbench.cluster.BrokerImage;
import io.producerbench.cluster.ClusterException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a running container for its versions, because the name of an image does not prove them. */
final class ImageQuestions {

    private static final String QUESTION = "ls /opt/kafka/libs; java -version 2>&1";
    private static final Pattern KAFKA = Pattern.compile("^kafka_2\\.13-(\\d\\S*)\\.jar$", Pattern.MULTILINE);
    private static final Pattern JAVA = Pattern.compile("^\\S+ version \".*$", Pattern.MULTILINE);

    private ImageQuestions() {}

    static BrokerImage of(Docker docker, String container) {
        InspectContainerResponse inspected =
                docker.client().inspectContainerCmd(container).exec();
        return parse(
                inspected.getConfig().getImage(),
                inspected.getImageId(),
                docker.output(container, "sh", "-c", QUESTION));
    }

    static BrokerImage parse(String name, String id, String answer) {
        Matcher kafka = KAFKA.matcher(answer);
        if (!kafka.find()) {
            throw new ClusterException("expected an image with Kafka in /opt/kafka/libs, as apache/kafka has it, got "
                    + name + " without");
        }
        Matcher java = JAVA.matcher(answer);
        return new BrokerImage(name, id, kafka.group(1), java.find() ? java.group() : "");
    }
}
