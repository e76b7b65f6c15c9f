"""The shipped weights: files described and digested in `data/weights/MANIFEST.toml`, checked before they are used."""

from __future__ import annotations

import hashlib
import os
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from reportedly.errors import WeightsError

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

FOLDER: Final = Path(str(files("reportedly.resources") / "data" / "weights"))
#: The file that holds the network.
NETWORK: Final = "encoder.onnx"
#: What the heads of the network say.
SCORES: Final = ("tags", "arcs", "relations", "names", "outer", "coarse")
#: What the network makes of each token: the mix of its layers, which grammar reads, and the last, which mentions read.
STATES: Final = ("mixed", "last")
_ADVICE = "Install reportedly again, or restore the folder from the release."


class Labels(msgspec.Struct, frozen=True):
    """What the heads of the network say, in the order of their scores."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    fine: tuple[str, ...]
    coarse: tuple[str, ...]


class Manifest(msgspec.Struct, frozen=True):
    """The parts of MANIFEST.toml that the engine reads: version, and sha256 of each file."""

    version: str
    files: dict[str, str]
    labels: Labels


class Weights:
    """A network ready to run."""

    def __init__(self, manifest: Manifest, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        self.version = manifest.version
        self.labels = manifest.labels
        self.tokenizer = tokenizer
        self._session = session

    def run(self, feed: dict[str, NDArray[np.int64]], names: tuple[str, ...] = SCORES) -> dict[str, Any]:
        """Outputs by name; STATES are worked out only when they are asked for."""
        return dict(zip(names, self._session.run(list(names), feed), strict=True))


def load_weights(folder: Path = FOLDER) -> Weights:
    """The weights of a folder. Raises WeightsError when a file is missing, damaged or not the one in the manifest."""
    manifest = read_manifest(folder)
    network = checked(folder, NETWORK, manifest)
    tokenizer = checked(folder, "tokenizer.json", manifest)
    from tokenizers import Tokenizer

    try:
        words = Tokenizer.from_str(tokenizer.decode("utf-8"))
    except ValueError as error:
        raise WeightsError(f"The weights in {folder} cannot be loaded: {error}. {_ADVICE}") from error
    return Weights(manifest, opened(network, folder), words)


def opened(network: bytes, source: Path) -> onnxruntime.InferenceSession:
    """A network ready to run. source: where it stands. Raises WeightsError when it cannot be loaded."""
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as faults

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, int(os.environ.get("REPORTEDLY_THREADS", "1") or 1))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Spinning threads take the other cores from whoever runs beside us and gain next to nothing.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        # The fused kernel is several times slower on a CPU than the addition and the normalisation that it stands for.
        return onnxruntime.InferenceSession(
            network, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
    except (faults.Fail, faults.InvalidArgument, faults.InvalidGraph, faults.InvalidProtobuf, ValueError) as error:
        raise WeightsError(f"The weights in {source} cannot be loaded: {error}. {_ADVICE}") from error


def read_manifest(folder: Path = FOLDER) -> Manifest:
    """The manifest of a folder of weights. Raises WeightsError when it is missing or does not hold what it must."""
    path = folder / "MANIFEST.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Manifest)
    except OSError as error:
        raise WeightsError(f"There are no weights: {path} cannot be read ({error.strerror}). {_ADVICE}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise WeightsError(f"{path} is damaged: {error}. {_ADVICE}") from error


def checked(folder: Path, name: str, manifest: Manifest) -> bytes:
    """A file of a folder of weights. Raises WeightsError when it is missing or not the one in the manifest."""
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"The weights are not whole: {path} cannot be read ({error.strerror}). {_ADVICE}") from error
    if hashlib.sha256(content).hexdigest() != manifest.files.get(name):
        raise WeightsError(f"{path} is damaged or of another version: its digest is not the manifest's. {_ADVICE}")
    return content
