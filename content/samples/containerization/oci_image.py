"""Builds an OCI image layout by hand, to show that an image is tar files plus JSON.

Usage: python3 oci_image.py <folder with extracted layers> <output folder>
"""
import gzip, hashlib, io, json, sys, tarfile
from pathlib import Path

source, target = Path(sys.argv[1]), Path(sys.argv[2])
blobs = target / "blobs" / "sha256"
blobs.mkdir(parents=True, exist_ok=True)


# #region store
def store(data: bytes, media_type: str) -> dict:
    """Writes a blob under its content's hash; equal content is one file."""
    digest = hashlib.sha256(data).hexdigest()
    (blobs / digest).write_bytes(data)
    name = f"sha256:{digest}"
    return {"mediaType": media_type, "digest": name, "size": len(data)}


def layer(folder: Path) -> tuple[dict, str]:
    """Packs a folder below /app, without times: equal files, equal digest."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            info = tarfile.TarInfo(f"app/{path.relative_to(folder)}")
            info.size, info.mode = path.stat().st_size, 0o644
            tar.addfile(info, io.BytesIO(path.read_bytes()))
    raw = buffer.getvalue()
    packed = gzip.compress(raw, mtime=0)
    return (store(packed, "application/vnd.oci.image.layer.v1.tar+gzip"),
            f"sha256:{hashlib.sha256(raw).hexdigest()}")
# #endregion store


# #region image
names = ["dependencies", "spring-boot-loader", "application"]
layers = [layer(source / name) for name in names if (source / name).is_dir()]
config = {
    "architecture": "amd64",
    "os": "linux",
    "config": {"WorkingDir": "/app", "User": "10001:10001",
               "Entrypoint": ["java", "-jar", "app.jar"]},
    "rootfs": {
        "type": "layers",
        "diff_ids": [diff_id for _, diff_id in layers],
    },
}
manifest = {
    "schemaVersion": 2,
    "mediaType": "application/vnd.oci.image.manifest.v1+json",
    "config": store(json.dumps(config).encode(),
                    "application/vnd.oci.image.config.v1+json"),
    "layers": [descriptor for descriptor, _ in layers],
}
image = store(json.dumps(manifest).encode(), manifest["mediaType"])
# #endregion image
(target / "oci-layout").write_text(json.dumps({"imageLayoutVersion": "1.0.0"}))
(target / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": [image]}))

for name, (descriptor, _) in zip((n for n in names if (source / n).is_dir()), layers):
    print(f"{name:20} {descriptor['size']:>10,} bytes  {descriptor['digest'][:19]}")
print(f"{'image manifest':20} {image['size']:>10,} bytes  {image['digest'][:19]}")
