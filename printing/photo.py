"""A portrait made ready for paper."""

from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from printing.errors import UnprintablePhoto
from printing.parts import Part

PHOTO_PIXELS_MAX = 4_000_000
"""Width times height; an identity photo has 121,835."""

JPEG_QUALITY = 92


def photo_part(photo: bytes) -> Part:
    """An RGB JPEG of a JPEG or PNG, upright, without the metadata that a camera wrote into it.

    PDF/A's output intent is sRGB, so CMYK and transparency must be gone before the picture is embedded.

    Raises:
        UnprintablePhoto: not such a picture, broken, or too large.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint turns it on when it is loaded
    try:
        with Image.open(BytesIO(photo), formats=("JPEG", "PNG")) as image:
            if image.width * image.height > PHOTO_PIXELS_MAX:
                raise UnprintablePhoto(
                    f"照片过大：{image.width}×{image.height} 像素，至多 {PHOTO_PIXELS_MAX} 像素"
                )
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except Image.DecompressionBombError as error:
        # Pillow's own bound, which other parts of the process may have set, comes before ours.
        raise UnprintablePhoto(f"照片过大：至多 {PHOTO_PIXELS_MAX} 像素") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UnprintablePhoto from error
    return Part(_jpeg(upright), "image/jpeg")


def _jpeg(image: Image.Image) -> bytes:
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    out = BytesIO()
    paper.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()
