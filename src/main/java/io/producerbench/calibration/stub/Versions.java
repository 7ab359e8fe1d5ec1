package io.producerbench.calibration.stub;

import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.ApiVersionsResponseData.FinalizedFeatureKey;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiVersionsResponse;

/**
 * The requests that a stub broker understands: those of producers since Kafka 4.0, those that ask
 * for the end of a log, and if it keeps records those of consumers without a group. It says that {@code transaction.version} is 2, so no producer adds
 * partitions to a transaction by a request.
 */
final class Versions {
    private static final short TRANSACTION_VERSION = 2;
    /**
     * The oldest versions that hold all that the stub needs. The newest are those of Kafka on the
     * class path.
     */
    private static final Map<ApiKeys, Integer> OF_PRODUCERS = Map.of(
            ApiKeys.API_VERSIONS, 0,
            ApiKeys.METADATA, 10,
            ApiKeys.PRODUCE, 9,
            ApiKeys.INIT_PRODUCER_ID, 3,
            ApiKeys.FIND_COORDINATOR, 4,
            ApiKeys.END_TXN, 5,
            ApiKeys.LIST_OFFSETS, 4);

    private static final int OLDEST_FETCH = 13;

    private final Map<ApiKeys, Integer> oldest = new EnumMap<>(OF_PRODUCERS);

    Versions(StubScript script) {
        if (script.visibleDelay().isPresent()) {
            oldest.put(ApiKeys.FETCH, OLDEST_FETCH);
        }
    }

    ApiVersionsResponseData supported() {
        ApiVersionsResponseData response = new ApiVersionsResponseData().setFinalizedFeaturesEpoch(1);
        oldest.forEach((api, version) -> {
            ApiVersion range = ApiVersionsResponse.toApiVersion(api);
            response.apiKeys().add(range.setMinVersion(version.shortValue()));
        });
        response.finalizedFeatures()
                .add(new FinalizedFeatureKey()
                        .setName("transaction.version")
                        .setMinVersionLevel(TRANSACTION_VERSION)
                        .setMaxVersionLevel(TRANSACTION_VERSION));
        return response;
    }

    /**
     * Returns the answer to a client that is newer than this Kafka. The client then asks again in a
     * version named here.
     */
    ApiVersionsResponseData unsupported() {
        return supported().setErrorCode(Errors.UNSUPPORTED_VERSION.code());
    }
}
