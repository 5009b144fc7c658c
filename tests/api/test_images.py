# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Product pictures: checked by what they are, kept in two sizes."""
import struct
import zlib


def png(width, height, colour=(200, 30, 40)):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    row = b"\0" + bytes(colour) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b""))


def put(shop, product, data, media="image/png", **more):
    return shop.put(f"/api/products/{product['id']}/image", raw=data,
                    headers={"Content-Type": media}, **more)


def test_a_picture_is_kept_in_two_sizes(shop):
    product = shop.product()
    path = f"/api/products/{product['id']}"
    assert shop.get(path + "/image", token=False).status == 404
    answer = put(shop, product, png(900, 600))
    assert answer.status == 200, answer
    shown = shop.get(path).json
    assert shown["image_url"] and shown["version"] == product["version"] + 1
    sizes = []
    for size in (160, 640):
        image = shop.get(f"{path}/image?size={size}", token=False)
        assert image.status == 200 and image.headers["content-type"].startswith("image/")
        sizes.append(len(image.body))
        again = shop.get(f"{path}/image?size={size}", token=False,
                         headers={"If-None-Match": image.headers["etag"]})
        assert again.status == 304
    assert shop.get(shown["image_url"], token=False).status == 200


def test_what_is_no_picture_is_refused(shop):
    product = shop.product()
    whole = png(50, 50)
    for data, media, status in ((b"GIF89a but not really", "image/png", 415),
                                (b"<svg/>", "image/svg+xml", 415),
                                (whole, "text/plain", 415), (b"", "image/png", 415),
                                (whole[:60], "image/png", 415)):
        answer = put(shop, product, data, media)
        assert answer.status == status, (media, answer)
    assert shop.get(f"/api/products/{product['id']}").json["image_url"] is None


def test_a_picture_may_not_be_huge(shop):
    product = shop.product()
    head = (f"PUT /api/products/{product['id']}/image HTTP/1.1\r\nHost: shop\r\n"
            f"Authorization: Bearer {shop.token}\r\nContent-Type: image/png\r\n"
            f"Content-Length: {5 * 1024 * 1024 + 1}\r\n\r\n").encode()
    got, ended = shop.raw(head + b"\x89PNG" * 1000)
    assert ended and got.startswith(b"HTTP/1.1 413 ")
    bomb = png(1, 1).replace(struct.pack(">II", 1, 1), struct.pack(">II", 60_000, 60_000), 1)
    assert put(shop, product, bomb).status in (413, 415, 422)


def test_a_picture_needs_a_token_and_a_product(shop):
    product = shop.product()
    assert put(shop, product, png(2, 2), token=False).status == 401
    assert put(shop, {"id": "01900000-0000-7000-8000-00000000dead"}, png(2, 2)).status == 404
