"""Upper layers of another task, over the lower layers of the shipped network, which stay as they are.

The lower layers are worked out by the shipped file itself, from which one tensor more is read than it hands out: the
output of one of its layers is named as an output of the whole. The product has no such task; learners beside it have.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportedly.errors import WeightsError
from reportedly.resources.weights import FOLDER, NETWORK, checked, opened, read_manifest

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

    Feed: TypeAlias = dict[str, NDArray[np.int64]]

#: What upper layers are given beside the states of all pieces of a batch, which stand in one row.
PLACES: Final = ("mask", "starts", "known")
#: What a file of upper layers tells of itself: the layer whose output they read, the sha256 of the network it is in.
LAYER: Final = "layer"
TRUNK: Final = "trunk"
# Fields of ONNX's messages: ModelProto.graph, GraphProto.output, ValueInfoProto.name.
_GRAPH, _OUTPUT, _NAME = 7, 12, 1


class Upper:
    """Lower and upper layers ready to run."""

    def __init__(self, lower: onnxruntime.InferenceSession, tensor: str, upper: onnxruntime.InferenceSession) -> None:
        self._lower = lower
        self._tensor = tensor
        self._upper = upper

    def run(self, feed: Feed) -> NDArray[np.float32]:
        """What the upper layers say of each token, [window, token, output]."""
        (states,) = self._lower.run([self._tensor], feed)
        (found,) = self._upper.run(None, {"states": states, **{name: feed[name] for name in PLACES}})
        return found  # type: ignore[no-any-return]


def load_upper(path: Path, folder: Path = FOLDER) -> Upper:
    """The upper layers of a file, over the network of a folder of weights.

    Raises WeightsError when a file is missing or damaged, or when the upper layers were learnt over another network.
    """
    manifest = read_manifest(folder)
    try:
        upper = opened(path.read_bytes(), path)
    except OSError as error:
        raise WeightsError(f"There are no upper layers: {path} cannot be read ({error.strerror}).") from error
    about = upper.get_modelmeta().custom_metadata_map
    if about.get(TRUNK) != manifest.files.get(NETWORK) or LAYER not in about:
        raise WeightsError(f"{path} was learnt over another network than the one in {folder}. Learn it again.")
    tensor = layer_output(int(about[LAYER]))
    return Upper(opened(with_output(checked(folder, NETWORK, manifest), tensor), folder), tensor, upper)


def layer_output(layer: int) -> str:
    """The name that the output of a layer has in the shipped network; layers count from 1."""
    return f"/layers.{layer - 1}/LayerNorm_1/LayerNormalization_output_0"


def with_output(network: bytes, tensor: str) -> bytes:
    """An ONNX file that hands out one of its tensors as well.

    Two protobuf messages one behind the other read as one with the lists of both, so that nothing is decoded here.
    """
    return network + _message(_GRAPH, _message(_OUTPUT, _message(_NAME, tensor.encode())))


def _message(field: int, content: bytes) -> bytes:
    """A field of a protobuf message that holds bytes: tag, length in sevens of bits, content."""
    length, size = bytearray(), len(content)
    while size > 127:
        length.append(size & 127 | 128)
        size >>= 7
    return bytes([field << 3 | 2, *length, size]) + content
